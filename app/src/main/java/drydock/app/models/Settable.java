package drydock.app.models;

import drydock.domain.Secret;
import drydock.door.provider.Provider;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A provider that a key can be given for.
enum Settable {
  OPENAI {
    @Override
    Provider.Remote provider(Optional<URI> url, Optional<Secret> key) {
      return Provider.openai(url, key);
    }
  },
  ANTHROPIC {
    @Override
    Provider.Remote provider(Optional<URI> url, Optional<Secret> key) {
      return Provider.anthropic(url, key);
    }
  };

  /// @param url none = its own
  abstract Provider.Remote provider(Optional<URI> url, Optional<Secret> key);

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Settable> find(String name) {
    return Arrays.stream(values()).filter(it -> it.wireName().equals(name)).findFirst();
  }
}
