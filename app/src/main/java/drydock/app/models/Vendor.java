package drydock.app.models;

import drydock.domain.Secret;
import drydock.door.provider.Provider;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a key can be given for.
enum Vendor {
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

  static Optional<Vendor> find(String name) {
    return Arrays.stream(values()).filter(vendor -> vendor.wireName().equals(name)).findFirst();
  }
}
