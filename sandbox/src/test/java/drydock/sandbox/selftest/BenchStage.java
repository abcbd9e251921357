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

/// A phase with a code folder and a door, which refuses everything.
///
/// @param folder where its folders are made
public record BenchStage(SandboxDriver driver, Path folder) implements Stage {
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

  private static ServerSocketChannel listen(Path socket) {
    try {
      var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      door.bind(UnixDomainSocketAddress.of(socket));
      Files.setAttribute(socket, "unix:mode", 0666);
      Thread.startVirtualThread(() -> refuse(door));
      return door;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuse(ServerSocketChannel door) {
    try {
      while (true) {
        try (var caller = door.accept()) {
          caller.read(ByteBuffer.allocate(1024));
          caller.write(
              ByteBuffer.wrap(
                  "HTTP/1.1 403 Forbidden\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        }
      }
    } catch (IOException _) {
      // Closed.
    }
  }
}
