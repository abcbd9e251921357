package drydock.domain;

/// A value that must never be printed: keys, tokens, passwords. Its text form is three stars, so a
/// record that holds one can be logged. Call [#reveal] only where it goes out to its owner.
public final class Secret {
  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "***";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }
}
