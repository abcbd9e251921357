package drydock.app.settings;

/// A setting is wrong. The message is one line that names it and says what it should be.
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SettingsException(String message) {
    super(message);
  }
}
