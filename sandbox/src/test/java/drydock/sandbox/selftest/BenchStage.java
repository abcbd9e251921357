package drydock.sandbox.selftest;

import drydock.sandbox.Labels;
import drydock.sandbox.Limits;
import drydock.sandbox.SandboxDriver;
import drydock.sandbox.SandboxSpec;
import drydock.sandbox.SandboxSpec.Bind;
import drydock.sandbox.SandboxSpec.LayeredFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A phase with a code folder and a door.
///
/// @param folder where its folders are made
/// @param leads whether the door leads to that `host:port`: nowhere, if it is as it should be
public record BenchStage(SandboxDriver driver, Path folder, Predicate<String> leads)
    implements Stage {
  public BenchStage(SandboxDriver driver, Path folder) {
    this(driver, folder, _ -> false);
  }

  private static final String JAVA = "/opt/java";

  @Override
  public List<String> java() {
    return List.of(JAVA + "/bin/java");
  }

  @Override
  public Room open(String name) {
    var place = folder.resolve(name);
    for (var each : List.of("lower", "upper", "work", "door")) {
      driver.folders().create(place.resolve(each));
    }
    var door = listen(place.resolve("door/door.sock"));
    driver.folders().adopt(place.resolve("door"));
    var code =
        new LayeredFolder(
            "/app/code",
            List.of(place.resolve("lower")),
            place.resolve("upper"),
            place.resolve("work"));
    var java = new Bind(Path.of(System.getProperty("java.home")), JAVA, Bind.Access.READ_ONLY);
    var spec =
        new SandboxSpec(
            new Labels("contract", "here", "selftest-" + name),
            Optional.empty(),
            List.of(code),
            List.of(java),
            Optional.of(place.resolve("door")),
            List.of(),
            List.of(),
            "/app/code",
            Map.of(),
            new Limits(1 << 30, 1, 64, 1 << 30));
    return new OpenRoom(spec, door, driver, place);
  }

  private record OpenRoom(
      SandboxSpec spec, ServerSocketChannel door, SandboxDriver driver, Path place)
      implements Room {
    @Override
    public Optional<String> token() {
      return Optional.of("another's");
    }

    @Override
    public void close() {
      try {
        door.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      driver.folders().remove(place);
    }
  }

  private ServerSocketChannel listen(Path socket) {
    try {
      var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      door.bind(UnixDomainSocketAddress.of(socket));
      Files.setAttribute(socket, "unix:mode", 0666);
      Thread.startVirtualThread(() -> answer(door));
      return door;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(ServerSocketChannel door) {
    try {
      while (true) {
        try (var caller = door.accept()) {
          var request = ByteBuffer.allocate(1024);
          caller.read(request);
          var words = new String(request.array(), StandardCharsets.US_ASCII).split(" ", 3);
          var status =
              words[0].equals("CONNECT") && leads.test(words[1]) ? "200 OK" : "403 Forbidden";
          caller.write(StandardCharsets.US_ASCII.encode("HTTP/1.1 " + status + "\r\n\r\n"));
        }
      }
    } catch (IOException _) {
      // Closed.
    }
  }
}
