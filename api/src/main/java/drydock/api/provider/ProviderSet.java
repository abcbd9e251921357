package drydock.api.provider;

import java.util.Optional;

/// @param key none for a server that wants none
/// @param url none = the vendor's
public record ProviderSet(Optional<String> key, Optional<String> url) {
  @Override
  public String toString() {
    return "ProviderSet[" + url.orElse("") + "]";
  }
}
