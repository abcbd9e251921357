package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.Place;
import drydock.e2e.server.SharedServer;
import drydock.e2e.server.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A home on a small disk of its own, which is filled: what happens is said, nothing is broken, and
/// it goes on when there is room.
@Tag("integration")
final class DiskFullTest {
  /// A file system in a file.
  private record Disk(Place place) implements AutoCloseable {
    static Disk of(Place place) {
      assumeTrue(Shell.succeeds("[ $(id -u) = 0 ]"), "only root can mount a small disk");
      assumeTrue(
          Shell.succeeds(
              "cd %s && truncate -s 700M disk && mkfs.ext4 -qm0 disk && mount -o loop disk home"
                  .formatted(place.root())),
          "no loop device can be mounted here");
      return new Disk(place);
    }

    /// @param leaving megabytes
    void fill(int leaving) {
      Shell.bash(
          place.home(),
          """
          free=$(df --output=avail -B1M . | tail -1)
          dd if=/dev/zero of=ballast bs=1M count=$((free - %d)) status=none || true
          """
              .formatted(leaving));
    }

    void free() {
      Shell.bash(place.home(), "rm -f ballast");
    }

    @Override
    public void close() {
      Shell.bash(Path.of("/"), "umount -l " + place.home());
    }
  }

  private static Map<String, String> settings(String floor) {
    var settings = new HashMap<>(SharedServer.SETTINGS);
    settings.put("DRYDOCK_DISK_FLOOR", floor);
    return settings;
  }

  @Test
  void below_the_floor_nothing_is_begun_and_it_is_said_everywhere() {
    var place = Place.fresh();
    place.script("quick", Asked.runs("", "echo two >>a.txt") + Asked.says("Done."));
    var repository = Asked.repository(place, "small", Map.of("a.txt", "one\n"));
    try (var disk = Disk.of(place);
        var drydock = Drydock.up(place, settings("100M"))) {
      var client = drydock.client();
      assertThat(client.getAsStranger("/readyz").status()).isEqualTo(200);
      disk.fill(60);
      var id = client.create(Asked.task("Do.", repository, "quick"));
      var task = client.when(id, t -> t.at("/queue/reason").asText().contains("nearly full"));
      assertThat(task.path("state").asText()).isEqualTo("queued");
      assertThat(task.at("/queue/reason").asText())
          .matches(
              "the disk is nearly full, \\d+ MB free of \\d+ MB: it goes on with more than .*");
      assertThat(client.getAsStranger("/readyz").status()).isEqualTo(503);
      assertThat(client.get("/api/system").text()).contains("the disk is nearly full");

      disk.free();
      assertThat(client.ended(id).path("state").asText()).isEqualTo("succeeded");
      assertThat(client.getAsStranger("/readyz").status()).isEqualTo(200);
    } finally {
      place.remove();
    }
  }

  @Test
  void a_disk_without_any_room_is_explained_and_all_goes_on_when_there_is_some() throws Exception {
    var place = Place.fresh();
    place.script("quick", Asked.runs("", "echo two >>a.txt") + Asked.says("Done."));
    place.script(
        "waits", Asked.runs("", "sleep 12; echo two >>a.txt; echo wrote") + Asked.says("Done."));
    place.script("fills", Asked.runs("", "head -c 2G /dev/zero >big") + Asked.says("Done."));
    var large = Asked.repository(place, "large", Map.of("a.txt", "one\n"));
    Shell.bash(large, "head -c 3M /dev/urandom >b; git add b; git commit -qm b");
    var slow = Asked.repository(place, "slow", Map.of("a.txt", "one\n"));
    var setup = Asked.repository(place, "setup", Map.of("setup.sh", "head -c 2G /dev/zero >big\n"));
    try (var disk = Disk.of(place);
        var drydock = Drydock.up(place, settings("1"))) {
      var client = drydock.client();
      var waits = client.create(Asked.task("Do.", slow, "waits"));
      client.whenEvent(waits, e -> e.path("type").asText().equals("tool_started"));
      disk.fill(0);

      var cloned = client.ended(client.create(Asked.task("Do.", large, "quick")));
      assertFull(cloned, "checkout");
      var uploaded = uploaded(client, place);
      assertThat(uploaded.status()).isEqualTo(503);
      assertThat(uploaded.json().path("code").asText()).isEqualTo("disk_full");

      disk.free();
      var waited = client.ended(waits);
      assertThat(waited.path("state").asText()).as(client.story(waits)).isEqualTo("succeeded");
      assertThat(client.patch(waits)).endsWith("@@ -1 +1,2 @@\n one\n+two\n");

      assertFull(client.ended(client.create(Asked.task("Do.", setup, "quick"))), "setup");
      var filled = client.create(Asked.task("Do.", slow, "fills"));
      assertThat(client.ended(filled).at("/failure/cause").asText())
          .as(client.story(filled))
          .isEqualTo("disk_limit");
      client.delete("/api/tasks/" + filled);

      var after = client.ended(client.create(Asked.task("Do.", large, "quick")));
      assertThat(after.path("state").asText()).isEqualTo("succeeded");
      assertThat(Shell.bash(place.home(), "ls -A mirrors/new; ls layers/*/ | grep new || true"))
          .isEmpty();
    } finally {
      place.remove();
    }
  }

  private static void assertFull(JsonNode task, String phase) {
    assertThat(task.path("state").asText()).isEqualTo("failed");
    assertThat(task.at("/failure/cause").asText()).isEqualTo("disk_limit");
    assertThat(task.at("/failure/phase").asText()).isEqualTo(phase);
  }

  private static Client.Answer uploaded(Client client, Place place) throws Exception {
    var archive = place.folder("archive.gz");
    Files.write(archive, new byte[] {0x1f, (byte) 0x8b});
    Shell.bash(place.root(), "head -c 40M /dev/urandom >>archive.gz");
    return client.tryUpload(archive);
  }
}
