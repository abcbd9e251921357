package drydock.door;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.domain.Secret;
import drydock.domain.model.Budget;
import drydock.domain.model.ModelName;
import drydock.domain.model.Tokens;
import drydock.domain.model.Usage;
import drydock.domain.network.Egress;
import drydock.domain.network.Uplink;
import drydock.door.DoorSpec.ModelAccess;
import drydock.door.provider.Provider;
import drydock.door.provider.Providers;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptedDoorTest {
  @TempDir Path folder;
  private final Heard heard = new Heard();
  private Doors doors;
  private Door door;

  @BeforeEach
  void open() throws Exception {
    Files.writeString(
        folder.resolve("demo.jsonl"),
        """
        {"reply":{"text":"I look.","toolCalls":[{"name":"bash","arguments":{"command":"ls -l"}}]},"usage":{"input":100,"output":20}}
        {"reply":{"text":"Done."},"usage":{"input":120,"output":5}}
        """);
    var providers = new Providers(List.of(Provider.scripted(folder)), List.of());
    doors =
        new Doors(providers, new DoorSettings(Uplink.DIRECT, List.of()), InstantSource.system());
    var access =
        new ModelAccess(
            new Secret("t0ken"),
            providers.spec(new ModelName("scripted", "demo")),
            new Budget(Optional.empty(), Optional.empty(), Duration.ofHours(1)),
            Usage.NONE,
            folder);
    door = doors.open(new DoorSpec(folder, new Egress.None(), Optional.of(access)), heard);
  }

  @AfterEach
  void close() {
    doors.close();
  }

  @Test
  void a_chat_stream_comes_through() throws Exception {
    var reply =
        Inside.post(
            door.socket(),
            "/openai/v1/chat/completions",
            "t0ken",
            """
            {"model":"demo","stream":true,"messages":[{"role":"user","content":"go"}]}\
            """);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).contains("\"I look.\"").endsWith("data: [DONE]\n\n");
    assertThat(heard.calls)
        .containsExactly(
            new Heard.Call(
                new ModelName("scripted", "demo"),
                new Usage(1, new Tokens(100, 0, 20), BigDecimal.ZERO),
                200));
  }
}
