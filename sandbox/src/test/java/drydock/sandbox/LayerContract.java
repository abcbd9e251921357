package drydock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import drydock.sandbox.SandboxSpec.Bind;
import drydock.sandbox.SandboxSpec.Bind.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Layered folders and binds: what a sandbox changed is in its own folders, and nowhere else.
public interface LayerContract extends Bench {
  @Test
  default void the_upper_holds_exactly_the_change() throws IOException {
    assumeTrue(driver().availability().layering() == Layering.OVERLAY);
    var lower = lower();
    var before = listing(lower);
    var folder = layered("/app/code", lower);

    var ran =
        script(
                """
                cd /app/code; echo new >new; echo more >>changed; rm deleted; rm -r replaced
                mkdir replaced; echo other >replaced/other; rm -r gone; cat same sub/inner
                """)
            .with(folder)
            .run();

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).isEqualTo("same\ninner\n");
    assertThat(listing(folder.upper()))
        .containsExactly(
            "changed changed\nmore\n",
            "deleted character device",
            "gone character device",
            "new new\n",
            "replaced folder",
            "replaced/other other\n");
    assertThat(listing(lower)).isEqualTo(before);
  }

  @Test
  default void sandboxes_over_the_same_lower_do_not_see_each_others_changes() throws IOException {
    var lower = lower();
    var all =
        IntStream.range(0, 4)
            .mapToObj(n ->
                script("echo %d >>/app/code/changed; sleep 0.3; cat /app/code/changed".formatted(n))
                    .with(layered("/app/code", lower)))
            .map(recipe -> CompletableFuture.supplyAsync(() -> recipe.run().out()))
            .toList();

    assertThat(all.stream().map(CompletableFuture::join))
        .containsExactly("changed\n0\n", "changed\n1\n", "changed\n2\n", "changed\n3\n");
  }

  @Test
  default void the_next_sandbox_goes_on_where_the_last_stopped() throws IOException {
    var folder = layered("/app/code", lower());

    script("cd /app/code; rm same; echo first >new").with(folder).run();
    var ran = script("cd /app/code; ls; cat new").with(folder).run();

    assertThat(ran.out()).isEqualTo("changed\ndeleted\ngone\nnew\nreplaced\nsub\nfirst\n");
  }

  @Test
  default void the_upper_of_several_lowers_is_on_top() throws IOException {
    var lower = lower();
    var other = folder().resolve("other-lower");
    driver().folders().create(other);
    Files.writeString(other.resolve("same"), "not the same\n");
    driver().folders().adopt(other);
    var one = layered("/app/code", lower);
    var two =
        new SandboxSpec.LayeredFolder(one.target(), List.of(other, lower), one.upper(), one.work());

    assertThat(script("cat /app/code/same /app/code/changed").with(two).run().out())
        .isEqualTo("not the same\nchanged\n");
  }

  @Test
  default void a_layered_home_is_home() throws IOException {
    var home = layered("/home/agent", lower());

    assertThat(script("cat ~/same; touch ~/file").with(home).run().out()).isEqualTo("same\n");
    assertThat(home.upper().resolve("file")).exists();
  }

  @Test
  default void binds_are_files_or_folders_read_only_or_not() throws IOException {
    var output = folder().resolve("out");
    driver().folders().create(output);
    var task = Files.writeString(folder().resolve("task.json"), "{}");

    var ran =
        script("cat /app/task.json; echo x >/app/output/x; echo x >/app/task.json")
            .with(
                new Bind(task, "/app/task.json", Access.READ_ONLY),
                new Bind(output, "/app/output", Access.READ_WRITE))
            .run();

    assertThat(ran.out()).isEqualTo("{}");
    assertThat(ran.err()).containsIgnoringCase("read-only");
    assertThat(output.resolve("x")).hasContent("x\n");
    assertThat(task).hasContent("{}");
  }

  @Test
  default void the_door_is_a_folder_with_a_socket_to_talk_to() throws IOException {
    var door = folder().resolve("doors/door");
    driver().folders().create(door);
    // Other users of the host are kept out of all doors.
    Files.setPosixFilePermissions(door.getParent(), PosixFilePermissions.fromString("rwx------"));
    var address = UnixDomainSocketAddress.of(door.resolve("door.sock"));
    try (var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address)) {
      driver().folders().adopt(address.getPath());
      var heard = CompletableFuture.supplyAsync(() -> hear(listening), Thread::startVirtualThread);

      var ran =
          script(
                  """
                  rm -f /run/drydock/door.sock
                  perl -MIO::Socket::UNIX -e '
                    IO::Socket::UNIX->new(Peer => "/run/drydock/door.sock")->print("knock") or die'
                  """)
              .door(door)
              .run();

      assertThat(ran.exit().status()).as(ran.err()).isZero();
      assertThat(heard.join()).isEqualTo("knock");
    }
  }

  @Test
  default void a_folder_may_have_any_name() throws IOException {
    var lower = Files.move(lower(), folder().resolve("a,b:c \\\"d"));
    var place = folder().resolve("e,f:g");
    driver().folders().create(place.resolve("upper"));
    driver().folders().create(place.resolve("work"));
    var folder =
        new SandboxSpec.LayeredFolder(
            "/app/code", List.of(lower), place.resolve("upper"), place.resolve("work"));

    var ran = script("cat /app/code/same; echo x >/app/code/new").with(folder).run();

    assertThat(ran.out() + ran.err()).isEqualTo("same\n");
    assertThat(place.resolve("upper/new")).hasContent("x\n");
  }

  @Test
  default void folders_are_removed_whatever_a_sandbox_did_to_them() throws IOException {
    var folder = layered("/app/code", lower());
    script(
            """
            cd /app/code; mkdir -p locked/inner; touch locked/inner/file; chmod 000 locked/inner locked
            ln -s /etc/passwd link; i=0
            while [ $i -lt 100 ]; do d=$(printf %0200d $i); mkdir $d; cd $d || exit; i=$((i + 1)); done
            """)
        .with(folder)
        .run();

    driver().folders().remove(folder.upper());
    driver().folders().remove(folder.work());
    driver().folders().remove(folder.work());

    assertThat(folder.upper()).doesNotExist();
    assertThat(folder.work()).doesNotExist();
    assertThat(Path.of("/etc/passwd")).exists();
  }

  @Test
  default void adopting_follows_no_link_and_keeps_modes() throws IOException {
    var tree = folder().resolve("tree");
    Files.createDirectories(tree);
    var outside = Files.writeString(folder().resolve("outside"), "x");
    var program = Files.writeString(tree.resolve("program"), "x");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-x--x"));
    Files.createSymbolicLink(tree.resolve("link"), outside);
    var owner = Files.getAttribute(outside, "unix:uid");

    driver().folders().adopt(tree);

    assertThat(Files.getAttribute(outside, "unix:uid")).isEqualTo(owner);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(program)))
        .isEqualTo("rwxr-x--x");
    var made = folder().resolve("made");
    driver().folders().create(made);
    assertThat(Files.getAttribute(program, "unix:uid"))
        .isEqualTo(Files.getAttribute(made, "unix:uid"));
  }

  private Path lower() throws IOException {
    var lower = folder().resolve("lower-" + NAMES.incrementAndGet());
    for (var name : List.of("sub", "replaced", "gone")) {
      Files.createDirectories(lower.resolve(name));
    }
    for (var name :
        List.of("same", "changed", "deleted", "sub/inner", "replaced/old", "gone/old")) {
      Files.writeString(lower.resolve(name), Path.of(name).getFileName() + "\n");
    }
    driver().folders().adopt(lower);
    return lower;
  }

  private static String hear(ServerSocketChannel listening) {
    try (var connection = listening.accept()) {
      return new String(Channels.newInputStream(connection).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> listing(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(f -> !f.equals(folder)).sorted().map(f -> line(folder, f)).toList();
    }
  }

  private static String line(Path folder, Path file) {
    var name = folder.relativize(file) + " ";
    try {
      return name
          + (Files.isDirectory(file)
              ? "folder"
              : Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                  ? Files.readString(file)
                  : "character device");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
