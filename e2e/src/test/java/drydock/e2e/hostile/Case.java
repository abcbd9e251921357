package drydock.e2e.hostile;

import java.util.Optional;

/// One thing that means harm.
///
/// @param name says what it is
record Case(String name, Offer offer, Answer answer) {
  sealed interface Offer {
    record Upload(Maker archive) implements Offer {}

    record Url(String url, Optional<String> ref) implements Offer {}
  }

  static Case upload(String name, Maker archive, Answer answer) {
    return new Case(name, new Offer.Upload(archive), answer);
  }

  static Case url(String name, String url, Answer answer) {
    return new Case(name, new Offer.Url(url, Optional.empty()), answer);
  }
}
