package drydock.engine.home;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sandbox.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedTest {
  private static final Instant START = Instant.parse("2026-05-17T10:00:00Z");

  @TempDir private Path root;
  private final TreeSet<String> removed = new TreeSet<>();

  @Test
  void what_lies_beside_its_place_goes_and_nothing_else() throws IOException {
    var left =
        List.of(
            "agent/incoming.new",
            "checkouts/m.git/.abc.new.uuid",
            "checkouts/m.git/abc.new",
            "git/gitconfig123.new",
            "git/tmp/ignore1",
            "layers/m.git/key.new",
            "logs/task/attempt-2/diff.json.new",
            "logs/task/events.jsonl.new",
            "mirrors/m.git/HEAD.lock",
            "mirrors/m.git/objects/5a/tmp_obj_x",
            "mirrors/m.git/objects/pack/tmp_pack_x",
            "mirrors/m.git/objects/tmp_objdir-incoming-x",
            "mirrors/m.git/packed-refs.lock",
            "mirrors/m.git/refs/drydock/attempts/task-1.lock",
            "mirrors/m.git/refs/heads/a/b/c.lock",
            "mirrors/new/uuid.git",
            "uploads/incoming1.new",
            "workspaces/.gone-task-1",
            "workspaces/.isolation-doctor-setup",
            "workspaces/.sh123",
            "workspaces/task-1/memory.json.new");
    var kept =
        List.of(
            "checkouts/m.git/abc",
            "git/gitconfig",
            "layers/empty-home/x",
            "layers/m.git/key",
            "logs/task/output/mine.new",
            "mirrors/locks/m.git.lock",
            "mirrors/m.git/objects/pack/pack-x.pack",
            "mirrors/m.git/refs/heads/tmp_mine",
            "uploads/u_abc",
            "workspaces/.sh",
            "workspaces/task-1/code/upper/theirs.new");
    for (var path : left) {
      make(path, START.minusSeconds(1));
    }
    for (var path : kept) {
      make(path, START.minusSeconds(1));
    }
    make("uploads/incoming2.new", START); // this server's

    Unfinished.remove(new Home(root), new Removed(), START);

    assertThat(removed).containsExactlyElementsOf(left);
  }

  @Test
  void what_a_doctor_has_in_the_making_goes_when_it_has_ended() throws IOException {
    var doctors =
        List.of(
            "agent/incoming.new",
            "git/gitconfig123.new",
            "git/tmp/ignore1",
            "workspaces/.isolation-doctor-setup",
            "workspaces/.sh123");
    for (var path : doctors) {
      make(path, START.minusSeconds(1));
    }
    make("workspaces/.gone-task-1", START.minusSeconds(1));
    var home = new Home(root);

    try (var _ = DoctorLock.await(home)) {
      Unfinished.remove(home, new Removed(), START);
      assertThat(removed).containsExactly("workspaces/.gone-task-1");
    }
    Unfinished.remove(home, new Removed(), START);

    assertThat(removed).containsAll(doctors);
  }

  @Test
  void a_link_is_not_followed() throws IOException {
    make("elsewhere/new/mine", START.minusSeconds(1));
    Files.createSymbolicLink(root.resolve("mirrors"), root.resolve("elsewhere"));

    Unfinished.remove(new Home(root), new Removed(), START);

    assertThat(removed).isEmpty();
  }

  private void make(String path, Instant at) throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    Files.setLastModifiedTime(file, FileTime.from(at));
  }

  private final class Removed implements Folders {
    @Override
    public void create(Path folder) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void adopt(Path path) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void remove(Path path) {
      removed.add(root.relativize(path).toString());
    }
  }
}
