package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Place;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import drydock.e2e.server.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The whole state in one file while tasks run, and back: readable, and going on.
@Tag("integration")
final class BackupTest {
  private static final Map<String, String> FILES =
      Map.of("a.txt", "one\n", "gone.txt", "gone\n", "old/x.txt", "x\n", "old/y.txt", "y\n");

  @Test
  void a_backup_made_under_way_comes_back_and_goes_on() {
    var first = Place.fresh();
    var second = Place.fresh();
    try {
      scripts(first);
      scripts(second);
      var repository = Asked.repository(first, "kept", FILES);
      Shell.write(repository.resolve("setup.sh"), "mkdir made && echo set up >made/it\n");
      Shell.bash(repository, "git add -A && git commit -qm 'Set up'");
      var file = second.folder("backup.tar.gz");
      String done;
      String link;
      Map<String, String> before;
      String running;
      try (var drydock = Drydock.up(first, SharedServer.SETTINGS)) {
        var client = drydock.client();
        done = client.create(Asked.task("Change it.", repository, "done"));
        running = client.create(Asked.task("Count.", repository, "running"));
        client.ended(done);
        client.whenEvent(running, e -> e.path("input").asText().contains("sleep 1000"));
        var share = client.post("/api/tasks/" + done + "/shares", Client.parse("{}"));
        link = Client.expect(201, share).path("url").asText().replaceFirst("^https?://[^/]+", "");
        before = shown(client, done);

        assertThat(Drydock.run(first, "backup", file.toString())).contains(file + ": 2 tasks, ");
        assertThat(Shell.bash(second.root(), "stat -c %a backup.tar.gz; ls -A"))
            .isEqualTo("600\nbackup.tar.gz\nhome\nscripts\n");
        drydock.kill();
      }

      assertThat(Drydock.run(second, "restore", file.toString())).contains("restored 2 tasks ");

      try (var drydock = Drydock.up(second, SharedServer.SETTINGS)) {
        var client = drydock.client();
        assertThat(shown(client, done)).isEqualTo(before);
        assertThat(client.getAsStranger(link + "/diff.patch").text()).isEqualTo(client.patch(done));
        var task = client.ended(running);
        assertThat(task.path("state").asText()).as(client.story(running)).isEqualTo("succeeded");
        assertThat(task.at("/result/explanation").asText()).isEqualTo("Counted.");
        assertThat(client.patch(running)).endsWith("@@ -1 +1,3 @@\n one\n+two\n+three\n");
        assertThat(client.get("/logs/" + running + "/gateway.jsonl").text().lines()).hasSize(4);

        var said = Client.JSON.createObjectNode().put("text", "And more.");
        Client.expect(202, client.post("/api/tasks/" + done + "/messages", said));
        var next =
            client.when(
                done,
                t ->
                    t.at("/attempts/0/turn").asInt() == 2
                        && t.path("state").asText().equals("succeeded"));
        assertThat(next.at("/result/explanation").asText())
            .as(client.story(done))
            .isEqualTo("More.");
        assertThat(client.patch(done))
            .contains("--- a/gone.txt\n+++ /dev/null")
            .contains("--- a/old/x.txt\n+++ /dev/null")
            .contains("+++ b/old/z.txt", "rename to", "+set up\n", "+kept\n")
            .contains("new file mode 120000");
      }
    } finally {
      first.remove();
      second.remove();
    }
  }

  private static void scripts(Place place) {
    place.script(
        "done",
        Asked.runs(
                "",
                "rm -r gone.txt old; mkdir old; echo z >old/z.txt; ln -s /etc/passwd link",
                "truncate -s 1G ~/holes; echo kept >~/kept; ln ~/kept ~/twin; echo x >/app/output/x",
                "mkdir -m 0 closed; cp made/it copy.txt; git add -A 2>&1")
            + Asked.says("Done.")
            + Asked.runs("", "cat ~/twin >b.txt; stat -c %h ~/kept; git mv -k a.txt c.txt")
            + Asked.says("More."));
    place.script(
        "running",
        Asked.runs("", "echo two >>a.txt")
            + Asked.runs("", "sleep 1000")
            + Asked.runs("", "echo three >>a.txt")
            + Asked.says("Counted."));
  }

  /// All that the API tells of an ended task.
  private static Map<String, String> shown(Client client, String id) {
    return Map.of(
        "events", client.events(id).toString(),
        "patch", client.patch(id),
        "explanation", client.get("/logs/" + id + "/explanation.md").text(),
        "setup.log", client.get("/logs/" + id + "/setup.log").text(),
        "gateway", client.get("/logs/" + id + "/gateway.jsonl").text(),
        "output", client.get("/logs/" + id + "/output/x").text(),
        "result", client.task(id).path("result").toString());
  }

  @Test
  void what_is_no_whole_backup_is_refused_with_nothing_touched() {
    var place = Place.fresh();
    try {
      Drydock.up(place, SharedServer.SETTINGS).close();
      var file = place.folder("backup.tar.gz");
      assertThat(Drydock.run(place, "backup", file.toString())).contains("0 tasks");
      assertThat(Shell.bash(place.root(), "tar -tzf backup.tar.gz | head -1"))
          .isEqualTo("drydock-backup/manifest.json\n");
      Shell.bash(
          place.root(),
          """
          head -c -100 backup.tar.gz >cut
          cp backup.tar.gz flipped && printf X | dd of=flipped bs=1 seek=900 conv=notrunc status=none
          zcat backup.tar.gz | sed 's/"format":1/"format":9/' | gzip >newer
          echo hello | gzip >other; mkdir empty
          """);
      refused(place, "home", file, "home is not empty");
      refused(place, "empty", place.folder("cut"), "is damaged or cut off");
      refused(place, "empty", place.folder("flipped"), "is damaged or cut off");
      refused(place, "empty", place.folder("newer"), "was made by a newer Drydock (0.1.0)");
      refused(place, "empty", place.folder("other"), "is no backup of Drydock's");
      refused(place, "empty", place.folder("none"), "there is no file");
      assertThat(Shell.bash(place.root(), "ls -A empty; ls -d empty")).isEqualTo("empty\n");
      assertThatThrownBy(() -> Drydock.run(place, "backup", file.toString()))
          .hasMessageContaining("is there already");
      assertThatThrownBy(
              () -> Drydock.run(place, "backup", place.folder("none/backup.tar.gz").toString()))
          .hasMessageEndingWith(
              "drydock: there is no folder " + place.folder("none") + ": make it first\n");
    } finally {
      place.remove();
    }
  }

  @Test
  void while_one_is_made_nothing_goes_and_one_that_is_killed_leaves_nothing() throws Exception {
    var place = Place.fresh();
    try {
      var file = place.folder("backup.tar.gz");
      var unfinished = place.folder("backup.tar.gz.unfinished");
      try (var drydock = Drydock.up(place, SharedServer.SETTINGS)) {
        Shell.bash(place.home(), "head -c 300M /dev/urandom >uploads/u_large");
        var backup = Drydock.start(place, "backup", file.toString());
        Waiting.until(
            Duration.ofSeconds(60),
            () -> Files.exists(unfinished) ? true : null,
            () -> "no backup was begun");

        var client = drydock.client();
        assertThat(client.delete("/api/tasks/20260517_3k9x0q7hzt").text())
            .contains("\"conflict\"", "a backup is being made");
        assertThat(client.post("/api/gc", Client.parse("{}")).status()).isEqualTo(409);

        var second = Drydock.start(place, "backup", place.folder("second").toString());
        Waiting.until(
            Duration.ofSeconds(60),
            () -> drydock.tail().contains("Waits for another backup") ? true : null,
            () -> "the second backup said nothing");
        second.destroyForcibly().waitFor();

        backup.destroyForcibly().waitFor();
        assertThat(client.delete("/api/tasks/20260517_3k9x0q7hzt").status()).isEqualTo(404);
      }
      assertThat(unfinished).exists();
      Drydock.up(place, SharedServer.SETTINGS).close();
      assertThat(Shell.bash(place.root(), "ls -A")).isEqualTo("home\nscripts\nserver.log\n");
    } finally {
      place.remove();
    }
  }

  @Test
  void a_restore_that_is_killed_is_no_home_and_is_made_anew() throws Exception {
    var place = Place.fresh();
    try {
      var file = place.folder("backup.tar.gz");
      Files.copy(UpgradeTest.oldest(), file);
      killARestore(place, file);

      assertThatThrownBy(() -> Drydock.up(place, SharedServer.SETTINGS))
          .hasMessageContaining("was cut off: run it again");
      assertThat(Drydock.run(place, "restore", file.toString())).contains("restored 2 tasks");
      assertThat(place.home().resolve("restoring")).doesNotExist();

      // What is whole and was not yet moved is moved by whoever comes next.
      Shell.bash(
          place.home(), "mkdir restoring; touch restoring/restored; mv logs token restoring");
      try (var drydock = Drydock.up(place, SharedServer.SETTINGS)) {
        assertThat(Shell.bash(place.home(), "ls logs | wc -l")).isEqualTo("2\n");
        assertThat(drydock.client().get("/api/tasks").json().path("tasks")).hasSize(2);
      }
      assertThat(
              Shell.bash(
                  place.root(),
                  "ls -d /proc/[0-9]*/cwd | xargs -n1 readlink | grep -c "
                      + place.home()
                      + " || true"))
          .isEqualTo("0\n");
    } finally {
      place.remove();
    }
  }

  @Test
  void a_doctor_leaves_nothing_that_keeps_a_restore_out() throws Exception {
    var place = Place.fresh();
    try {
      var file = place.folder("backup.tar.gz");
      Files.copy(UpgradeTest.oldest(), file);
      assertThat(Drydock.run(place, "doctor")).contains("ok   isolation agent ");
      assertThat(place.home().resolve("token")).doesNotExist();

      assertThat(Drydock.run(place, "restore", file.toString())).contains("restored 2 tasks");

      assertThat(Shell.bash(place.home(), "ls logs | wc -l; ls workspaces | wc -l; ls token"))
          .isEqualTo("2\n2\ntoken\n");
    } finally {
      place.remove();
    }
  }

  /// While its database runs, which outlives it. It may be at its end before we look, and then all
  /// begins anew.
  private static void killARestore(Place place, Path file) throws InterruptedException {
    var server = place.home().resolve("restoring/db/data/postmaster.pid");
    for (var tries = 5; !Files.exists(server); tries--) {
      assertThat(tries).as(() -> Shell.bash(place.root(), "cat server.log")).isPositive();
      Shell.bash(place.home(), "find . -mindepth 1 -delete");
      var restore = Drydock.start(place, "restore", file.toString());
      Waiting.until(
          Duration.ofMinutes(5),
          () -> (Files.exists(server) || !restore.isAlive()) ? true : null,
          () -> "no restore was begun");
      restore.destroyForcibly().waitFor();
    }
  }

  private static void refused(Place place, String home, Path file, String why) {
    var before = Shell.bash(place.root(), "find " + home + " | sort | md5sum");
    assertThatThrownBy(() ->
            Drydock.run(
                place,
                Map.of("DRYDOCK_HOME", place.folder(home).toString()),
                "restore",
                file.toString()))
        .hasMessageContaining("ended with 1")
        .hasMessageContaining(why);
    assertThat(Shell.bash(place.root(), "find " + home + " | sort | md5sum")).isEqualTo(before);
  }
}
