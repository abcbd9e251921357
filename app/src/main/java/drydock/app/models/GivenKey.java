package drydock.app.models;

import drydock.domain.RefusedException;
import drydock.domain.RefusedException.Code;
import drydock.domain.Secret;
import drydock.domain.secret.Secrets;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is taken for a key: it becomes a header's value. Pure.
final class GivenKey {
  private static final Pattern FORM = Pattern.compile("[!-~]{" + Secrets.SHORTEST + ",4096}");

  /// Of a shorter one, what is shown would be much of it.
  private static final int SHOWN_FROM = 16;

  private static final int SHOWN = 4;

  private GivenKey() {}

  /// @throws RefusedException if it cannot be one
  static void check(Secret key) {
    if (!FORM.matcher(key.reveal()).matches()) {
      throw new RefusedException(
          Code.BAD_REQUEST,
          "that is no key: it has %d to 4096 visible characters, and no spaces"
              .formatted(Secrets.SHORTEST));
    }
  }

  static Optional<String> ends(Secret key) {
    var text = key.reveal();
    return text.length() < SHOWN_FROM
        ? Optional.empty()
        : Optional.of(text.substring(text.length() - SHOWN));
  }
}
