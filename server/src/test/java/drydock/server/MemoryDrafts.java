package drydock.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.model.Budget;
import drydock.domain.model.Dialect;
import drydock.domain.model.ModelName;
import drydock.domain.model.ModelSpec;
import drydock.domain.model.Price;
import drydock.domain.task.Mode;
import drydock.domain.task.Request;
import drydock.domain.task.Source;
import drydock.engine.Draft;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The plainest checks of a draft.
final class MemoryDrafts {
  static final ModelName MODEL = ModelName.parse("scripted/template");

  private MemoryDrafts() {}

  static Request checked(Draft draft, Set<String> uploads) {
    if (draft.prompt().isBlank()) {
      throw new RefusedException(Code.PROMPT_EMPTY, "the prompt is empty: say what to do");
    }
    if (draft.prompt().getBytes(UTF_8).length > Request.MAX_PROMPT_BYTES) {
      throw new RefusedException(Code.PROMPT_TOO_LARGE, "the prompt is longer than 256 KiB");
    }
    if (draft.source().orElse(new Source.Empty()) instanceof Source.Upload(var upload, var _, var _)
        && !uploads.contains(upload)) {
      throw new RefusedException(Code.UNKNOWN_UPLOAD, "there is no upload " + upload);
    }
    return new Request(
        draft.prompt(),
        mode(draft.mode().orElse("code")),
        draft.source().orElse(new Source.Empty()),
        draft.agent().orElse("drydock"),
        model(draft.model()),
        draft.attempts().orElse(1),
        draft.check(),
        draft.setup(),
        new Budget(
            draft.budget().usd(),
            draft.budget().tokens(),
            draft.budget().calls(),
            draft.budget().time().orElse(Duration.ofHours(1))),
        draft.attachments());
  }

  private static Mode mode(String text) {
    return switch (text) {
      case "ask" -> Mode.ASK;
      case "code" -> Mode.CODE;
      case "pr" -> Mode.PR;
      default -> throw new RefusedException(Code.UNKNOWN_MODE, "mode is ask, code or pr");
    };
  }

  private static ModelName model(Optional<String> text) {
    var model = text.map(ModelName::parse).orElse(MODEL);
    if (!model.provider().equals(MODEL.provider())) {
      throw new RefusedException(Code.UNKNOWN_PROVIDER, "no provider " + model.provider());
    }
    return model;
  }

  static List<ModelSpec> models() {
    var price = new Price(BigDecimal.ONE, new BigDecimal("0.1"), BigDecimal.TWO);
    return List.of(
        new ModelSpec(
            MODEL,
            Dialect.OPENAI_CHAT,
            128_000,
            8_000,
            Optional.empty(),
            ModelSpec.Tools.NATIVE,
            false),
        new ModelSpec(
            ModelName.parse("openai/gpt-5"),
            Dialect.OPENAI_RESPONSES,
            400_000,
            128_000,
            Optional.of(price),
            ModelSpec.Tools.NATIVE,
            true));
  }
}
