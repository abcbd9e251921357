package drydock.door.inquiry;

import drydock.domain.model.NoAnswer;
import java.util.Locale;

/// What a provider's refusal means. Pure.
final class Refusal {
  private Refusal() {}

  /// OpenAI and Anthropic, "Errors"; servers of other people's answer 400 for an unknown model too.
  static NoAnswer of(int status, String words) {
    var text = words.toLowerCase(Locale.ROOT);
    return switch (status) {
      case 401, 403 -> NoAnswer.KEY_REFUSED;
      case 404 -> NoAnswer.NO_SUCH_MODEL;
      case 400, 422 ->
          text.contains("model") && (text.contains("not exist") || text.contains("not found"))
              ? NoAnswer.NO_SUCH_MODEL
              : NoAnswer.REFUSED;
      case 429, 503, 529 -> NoAnswer.BUSY;
      default -> NoAnswer.REFUSED;
    };
  }
}
