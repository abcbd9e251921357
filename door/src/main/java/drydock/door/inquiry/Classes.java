package drydock.door.inquiry;

import drydock.door.inquiry.Finding.Reason;
import java.util.Locale;

/// What a provider's refusal means. Pure.
final class Classes {
  private Classes() {}

  /// OpenAI and Anthropic, "Errors"; servers of other people's answer 400 for an unknown model too.
  static Reason of(int status, String words) {
    var text = words.toLowerCase(Locale.ROOT);
    return switch (status) {
      case 401, 403 -> Reason.KEY_REFUSED;
      case 404 -> Reason.NO_SUCH_MODEL;
      case 400, 422 ->
          text.contains("model") && (text.contains("not exist") || text.contains("not found"))
              ? Reason.NO_SUCH_MODEL
              : Reason.REFUSED;
      case 429, 503, 529 -> Reason.BUSY;
      default -> Reason.REFUSED;
    };
  }
}
