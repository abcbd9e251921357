package drydock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.e2e.server.Asked;
import drydock.e2e.server.Client;
import drydock.e2e.server.Drydock;
import drydock.e2e.server.SharedServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// One file of what an agent made: regular, below the root, and not too large.
@Tag("integration")
@ExtendWith(SharedServer.class)
final class BlobTest {
  private static final int MOST = 16 << 20;

  @Test
  void a_file_that_an_agent_made_is_given_if_it_is_one_and_small_enough(Drydock drydock) {
    var repository =
        Asked.repository(drydock.place(), "blob", Map.of("a.txt", "one\n", "d/b.txt", "two\n"));
    drydock
        .place()
        .script(
            "blob",
            Asked.runs(
                    "",
                    "head -c %d /dev/zero >most; head -c %d /dev/zero >more"
                        .formatted(MOST, MOST + 1),
                    "ln -s a.txt link; ln -s d linked; ln -s /etc/passwd out; echo new >d/c.txt",
                    "git init -q sub; cd sub; git -c user.name=a -c user.email=a@b.c"
                        + " commit -q --allow-empty -m x")
                + Asked.says("Made."));
    var client = drydock.client();
    var id = client.create(Asked.task("Make.", repository, "blob"));
    assertThat(client.ended(id).path("state").asText()).as(client.story(id)).isEqualTo("succeeded");

    assertThat(blob(client, id, "d/c.txt").text()).isEqualTo("new\n");
    assertThat(blob(client, id, "most").text()).hasSize(MOST);
    var more = blob(client, id, "more");
    assertThat(more.status()).isEqualTo(413);
    assertThat(more.json().path("code").asText()).isEqualTo("too_large");
    assertThat(more.json().path("detail").asText()).contains("take it from tree.zip");
    for (var path :
        List.of(
            "link",
            "out",
            "linked",
            "linked/b.txt",
            "d",
            "sub",
            "sub/.git/HEAD",
            ".git/HEAD",
            "../a.txt",
            "d/../a.txt",
            "./a.txt",
            "/a.txt",
            "/etc/passwd",
            "d//b.txt",
            "a.txt/",
            "a.txt\0",
            "a.txt\nHEAD")) {
      assertThat(blob(client, id, path).status()).as(path).isEqualTo(404);
    }
  }

  private static Client.Answer blob(Client client, String id, String path) {
    var encoded = URLEncoder.encode(path, StandardCharsets.UTF_8);
    return client.get("/api/tasks/" + id + "/blob?path=" + encoded);
  }
}
