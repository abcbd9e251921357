package drydock.app.secret;

import drydock.app.settings.Settings;
import drydock.domain.Secret;
import drydock.domain.secret.Secrets;
import drydock.door.provider.Provider;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What this server knows and may not write: keys of models, tokens of Git hosts, its own token,
/// the passwords in addresses. The tokens of doors are added while they are open. Pure.
public final class KnownSecrets {
  private KnownSecrets() {}

  /// @param token of the operator; none = none is made yet
  public static Secrets of(Settings settings, Optional<Secret> token) {
    var known = new ArrayList<Secret>();
    token.ifPresent(known::add);
    known.addAll(settings.git().tokens().values());
    settings.models().providers().forEach(provider -> key(provider).ifPresent(known::add));
    settings.uplink().proxy().ifPresent(proxy -> known.addAll(passwords(proxy)));
    settings.databaseUrl().ifPresent(url -> known.addAll(passwords(url)));
    return new Secrets(known);
  }

  private static Optional<Secret> key(Provider provider) {
    return switch (provider) {
      case Provider.Remote remote -> remote.key();
      case Provider.Scripted _ -> Optional.empty();
    };
  }

  private static List<Secret> passwords(String address) {
    try {
      return passwords(new URI(address));
    } catch (URISyntaxException _) {
      // Whoever uses it says what is wrong with it.
      return List.of();
    }
  }

  /// As it is written, and as it is meant.
  private static List<Secret> passwords(URI address) {
    var user = address.getUserInfo();
    var raw = address.getRawUserInfo();
    return user == null || !user.contains(":") || raw == null
        ? List.of()
        : List.of(password(user), password(raw));
  }

  private static Secret password(String userInfo) {
    return new Secret(userInfo.substring(userInfo.indexOf(':') + 1));
  }
}
