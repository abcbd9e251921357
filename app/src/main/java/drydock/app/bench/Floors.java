package drydock.app.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What nobody on this machine can go below.
final class Floors {
  private final Path scratch;
  private final Path installation;

  Floors(Path scratch, Path installation) {
    this.scratch = scratch;
    this.installation = installation;
  }

  /// `runc run` of `/bin/true` on the host's own files.
  Samples runc() throws Exception {
    var bundle = Files.createDirectories(scratch.resolve("bundle"));
    var root = Files.createDirectories(bundle.resolve("rootfs"));
    for (var link : List.of("bin", "lib", "lib64", "sbin")) {
      Files.createSymbolicLink(root.resolve(link), Path.of("usr/" + link));
    }
    for (var folder : List.of("usr", "proc", "dev", "sys")) {
      Files.createDirectories(root.resolve(folder));
    }
    var rootless = !"root".equals(System.getProperty("user.name"));
    Command.run(
        bundle,
        rootless ? new String[] {"runc", "spec", "--rootless"} : new String[] {"runc", "spec"});
    var config = bundle.resolve("config.json");
    Files.writeString(
        config,
        Files.readString(config)
            .replace("\"terminal\": true", "\"terminal\": false")
            .replace("\"sh\"", "\"/bin/true\"")
            .replaceFirst(
                "\"mounts\": \\[",
                "\"mounts\": [{\"destination\":\"/usr\",\"source\":\"/usr\",\"type\":\"bind\","
                    + "\"options\":[\"bind\",\"ro\"]},"));
    var number = new int[1];
    return Samples.of(15, () -> Command.run(bundle, "runc", "run", "drydock-bench-" + number[0]++));
  }

  Samples clone(Path repository) throws Exception {
    var number = new int[1];
    return Samples.of(
        3,
        () ->
            Command.run(
                scratch,
                "git",
                "clone",
                "-q",
                "--local",
                repository.toString(),
                scratch.resolve("clone-" + repository.getFileName() + number[0]++).toString()));
  }

  /// The agent alone, without sandbox or server, from its start to its first model request.
  Samples agent() throws Exception {
    var code = Repositories.make(scratch.resolve("alone"), 10);
    var millis = new ArrayList<Double>();
    for (var i = 0; i < 8; i++) {
      millis.add(toFirstRequest(code));
    }
    return new Samples(millis.stream().skip(1).mapToDouble(Double::doubleValue).toArray());
  }

  private double toFirstRequest(Path code) throws Exception {
    var asked = new CompletableFuture<Long>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.complete(System.nanoTime());
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
        });
    server.start();
    try {
      var builder =
          new ProcessBuilder(
              installation.resolve("agent/target/agent/bin/agent").toString(),
              "run",
              "--task",
              "say hello",
              "--output",
              scratch.resolve("alone-output").toString());
      builder.directory(code.toFile()).redirectErrorStream(true);
      builder.redirectOutput(scratch.resolve("alone.log").toFile());
      builder
          .environment()
          .put("OPENAI_BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
      builder.environment().put("OPENAI_API_KEY", "none");
      builder.environment().put("DRYDOCK_MODEL", "bench");
      builder.environment().put("HOME", scratch.toString());
      var began = System.nanoTime();
      var process = builder.start();
      var first = asked.get(30, TimeUnit.SECONDS);
      process.waitFor();
      return (first - began) / 1e6;
    } catch (java.util.concurrent.TimeoutException e) {
      throw new IOException(
          "the agent alone asked no model: " + Files.readString(scratch.resolve("alone.log")), e);
    } finally {
      server.stop(0);
    }
  }
}
