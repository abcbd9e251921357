package drydock.app.backup;

import drydock.engine.home.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// GNU tar, which every Debian has: it keeps what overlays need (whiteouts, extended attributes),
/// hard links, holes and owners, follows no link, and reads while others write.
final class Tar {
  /// As root in name only, an ordinary user may list and read all that it owns, whatever its modes.
  private static final List<String> AS_ROOT = List.of("unshare", "--map-root-user");

  private static final List<String> XATTRS = List.of("--xattrs", "--xattrs-include=user.*");
  private static final int MANY = 20;

  /// Overlays' own folders, which are made anew; and what is taken at another moment.
  private static final List<String> LEFT_OUT =
      Stream.concat(
              Workspace.OVERLAYS_OWN.stream().map("workspaces/*/%s/*"::formatted),
              Stream.of("workspaces/*/memory.json", "workspaces/*/*.new", "layers/*/*.new"))
          .toList();

  private final boolean rootless;

  Tar(boolean rootless) {
    this.rootless = rootless;
  }

  List<String> packing(Path folder) {
    var command = new ArrayList<>(rootless ? AS_ROOT : List.of());
    command.addAll(List.of("tar", "--create", "--file=-", "--format=posix", "--sparse"));
    command.addAll(List.of("--numeric-owner", "--pax-option=delete=atime,delete=ctime"));
    command.addAll(XATTRS);
    command.addAll(List.of("--anchored", "--wildcards", "--no-wildcards-match-slash"));
    LEFT_OUT.forEach(pattern -> command.add("--exclude=" + pattern));
    command.add("--directory=" + folder);
    command.addAll(List.of("--null", "--verbatim-files-from", "--files-from=-"));
    return List.copyOf(command);
  }

  List<String> unpacking(Path folder) {
    var command = new ArrayList<>(rootless ? AS_ROOT : List.of());
    command.addAll(
        List.of(
            "tar", "--extract", "--file=-", "--preserve-permissions", "--warning=no-timestamp"));
    command.addAll(List.of("--numeric-owner", rootless ? "--no-same-owner" : "--same-owner"));
    command.addAll(XATTRS);
    command.add("--directory=" + folder);
    return List.copyOf(command);
  }

  /// @param names below the folder
  void pack(Path folder, List<String> names, OutputStream to) throws IOException {
    var process = start(packing(folder));
    var words = words(process);
    var feeding =
        CompletableFuture.runAsync(
            () -> {
              try (var in = process.getOutputStream()) {
                for (var name : names) {
                  in.write((name + "\0").getBytes(StandardCharsets.UTF_8));
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            Thread::startVirtualThread);
    try (var out = process.getInputStream()) {
      out.transferTo(to);
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
    // 1 = some files changed while they were read, or went: the agent is at work (tar(1), "Return
    // value").
    if (process.onExit().join().exitValue() > 1) {
      throw new BackupException(
          "tar could not read all of " + folder + ": " + words.join().others());
    }
    feeding.join();
  }

  /// What writes the archive to tar's input.
  @FunctionalInterface
  interface Source {
    void writeTo(OutputStream to) throws IOException;
  }

  /// @return how many files cannot be unpacked: their paths are longer than a system call takes, as
  ///   only a program can make them that goes step by step
  long unpack(Path folder, Source source) throws IOException {
    var process = start(unpacking(folder));
    var words = words(process);
    try (var in = new Input(process.getOutputStream())) {
      source.writeTo(in);
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
    process.getInputStream().close();
    var status = process.onExit().join().exitValue();
    var said = words.join();
    if (status != 0 && (said.tooLong() == 0 || !said.others().isEmpty())) {
      throw new BackupException(
          "tar could not write all of %s: %s"
              .formatted(
                  folder,
                  said.others().isEmpty() ? "it ended with " + status : said.others().getFirst()));
    }
    return said.tooLong();
  }

  /// An archive on its way to tar, which may end when it has seen the archive's last entry, before
  /// it has read the zeros after that: what is written then goes nowhere. Whether tar had all it
  /// needs is for its status to say.
  private static final class Input extends OutputStream {
    private final OutputStream tar;
    private boolean gone;

    Input(OutputStream tar) {
      this.tar = tar;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
      try {
        if (!gone) {
          tar.write(from, offset, length);
        }
      } catch (IOException _) {
        gone = true;
      }
    }

    @Override
    public void close() {
      try {
        tar.close();
      } catch (IOException _) {
        gone = true;
      }
    }
  }

  private static Process start(List<String> command) throws IOException {
    var builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }

  /// What it says on stderr.
  ///
  /// @param tooLong how many files it left out because their paths are
  /// @param others the first few of all else
  private record Words(long tooLong, List<String> others) {}

  private static CompletableFuture<Words> words(Process process) {
    return CompletableFuture.supplyAsync(
        () -> {
          var tooLong = 0L;
          var others = new ArrayList<String>();
          try (var err = process.errorReader()) {
            for (var line = err.readLine(); line != null; line = err.readLine()) {
              if (line.endsWith("File name too long")) {
                tooLong++;
              } else if (others.size() < MANY && !line.contains("due to previous errors")) {
                others.add(line);
              }
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return new Words(tooLong, others);
        },
        Thread::startVirtualThread);
  }
}
