package drydock.door.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.domain.Secret;
import drydock.domain.model.Dialect;
import drydock.domain.model.ModelName;
import drydock.domain.model.ModelSpec;
import drydock.domain.model.ModelSpec.Tools;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidersTest {
  private static final Provider VENDOR =
      Provider.openai(Optional.empty(), Optional.of(new Secret("sk-1")));
  private static final Provider OLLAMA =
      Provider.openai(Optional.of(URI.create("http://127.0.0.1:11434")), Optional.empty());

  @Test
  void a_known_model_has_its_limits_and_price_with_or_without_a_date() {
    var providers = new Providers(List.of(VENDOR), List.of());
    var spec = providers.spec(ModelName.parse("openai/gpt-5"));

    assertThat(spec.contextTokens()).isEqualTo(400_000);
    assertThat(spec.dialect()).isEqualTo(Dialect.OPENAI_RESPONSES);
    assertThat(spec.price().orElseThrow().output()).isEqualByComparingTo(BigDecimal.TEN);
    assertThat(providers.spec(ModelName.parse("openai/gpt-5-2025-08-07")).price())
        .isEqualTo(spec.price());
  }

  @Test
  void an_unknown_model_has_defaults_and_its_providers_dialect() {
    var name = ModelName.parse("openai/qwen3-coder:30b");

    assertThat(new Providers(List.of(OLLAMA), List.of()).spec(name))
        .isEqualTo(
            new ModelSpec(
                name, Dialect.OPENAI_CHAT, 128_000, 8_000, Optional.empty(), Tools.NATIVE, false));
  }

  @Test
  void codellama_is_known_to_take_no_tools() {
    var spec = new Providers(List.of(OLLAMA), List.of()).spec(ModelName.parse("openai/codellama"));

    assertThat(spec.tools()).isEqualTo(Tools.TEXT);
    assertThat(spec.dialect()).isEqualTo(Dialect.OPENAI_CHAT);
  }

  @Test
  void only_what_can_be_had_is_offered(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("demo.jsonl"), "");
    var own =
        new ModelSpec(
            ModelName.parse("openai/mine"),
            Dialect.OPENAI_CHAT,
            1,
            1,
            Optional.empty(),
            Tools.TEXT,
            true);

    assertThat(new Providers(List.of(OLLAMA, Provider.scripted(folder)), List.of(own)).list())
        .extracting(s -> s.name().toString())
        .containsExactly("openai/mine", "scripted/demo");
    assertThat(new Providers(List.of(VENDOR), List.of()).list()).hasSizeGreaterThan(15);
  }

  @Test
  void keys_are_not_printed_and_names_are_unique() {
    assertThat(VENDOR.toString()).doesNotContain("sk-1");
    assertThatThrownBy(() -> new Providers(List.of(VENDOR, OLLAMA), List.of()))
        .hasMessage("two providers are named openai");
  }
}
