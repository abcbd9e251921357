package drydock.door.provider;

import drydock.domain.model.ModelName;
import java.util.Optional;

/// Which models there are now: the one place that is asked, because they change while the server
/// runs. Thread safe.
public final class Catalogue {
  private final Optional<ModelName> preferred;
  private volatile Optional<ModelName> chosen = Optional.empty();
  private volatile Providers now;

  /// @param preferred the model of tasks that name none, if nobody chose another; none = the first
  ///   there is
  public Catalogue(Providers now, Optional<ModelName> preferred) {
    this.now = now;
    this.preferred = preferred;
  }

  /// As they are at this moment. Who needs several answers that agree asks once.
  public Providers now() {
    return now;
  }

  public void change(Providers providers) {
    now = providers;
  }

  /// From now on this is the model of tasks that name none; none = as it was set up.
  public void choose(Optional<ModelName> model) {
    chosen = model;
  }

  /// What was chosen, as long as its provider is there.
  public Optional<ModelName> chosen() {
    return chosen.filter(model -> now.find(model.provider()).isPresent());
  }

  /// The model of tasks that name none; none = there is none.
  public Optional<ModelName> usual() {
    return chosen().or(() -> preferred).or(now::first);
  }
}
