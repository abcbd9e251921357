package drydock.door.inquiry;

import drydock.domain.model.NoAnswer;
import java.time.Duration;
import java.util.List;

/// What came of a question to a provider.
public sealed interface Finding {
  /// The models it has, in its order.
  record Models(List<String> names) implements Finding {
    public Models {
      names = List.copyOf(names);
    }
  }

  /// A model said something.
  record Said(String text, long inputTokens, long outputTokens, Duration took) implements Finding {}

  /// @param detail one line, which may quote the provider
  record Failed(NoAnswer reason, String detail, Duration took) implements Finding {}
}
