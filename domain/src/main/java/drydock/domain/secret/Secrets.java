package drydock.domain.secret;

import drydock.domain.Secret;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// The values that Drydock knows and nobody may read in what it writes. Thread safe.
///
/// They are found as they are, in base64 wherever they begin in it, in hexadecimal, URL-encoded and
/// as JSON escapes them. Whoever wants to can write a secret in a form that nobody foresees: this
/// is against accidents; what keeps secrets from hostile code is that none is in a sandbox.
public final class Secrets {
  /// Shorter ones are not looked for: they would be found in what is no secret.
  public static final int SHORTEST = 8;

  private final Set<Secret> known = new HashSet<>();
  private volatile Automaton words = new Automaton(Set.of());

  public Secrets() {}

  public Secrets(Collection<Secret> known) {
    this.known.addAll(known);
    build();
  }

  /// From now on it is masked, until that is closed.
  public Learned learn(Secret secret) {
    change(() -> known.add(secret));
    return () -> change(() -> known.remove(secret));
  }

  /// A secret for a while.
  public interface Learned extends AutoCloseable {
    @Override
    void close();
  }

  private synchronized void change(Runnable change) {
    change.run();
    build();
  }

  private void build() {
    var forms = new HashSet<String>();
    known.stream()
        .map(Secret::reveal)
        .filter(secret -> secret.length() >= SHORTEST)
        .forEach(secret -> forms.addAll(Forms.of(secret)));
    words = new Automaton(forms);
  }

  /// The whole text, masked.
  public String mask(String text) {
    var masking = stream();
    return masking.next(text) + masking.end();
  }

  /// For a text that comes in pieces; with what is known now.
  public Masking stream() {
    return new Masking(words);
  }
}
