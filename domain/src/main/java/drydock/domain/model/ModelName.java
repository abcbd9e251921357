package drydock.domain.model;

/// `provider/model`, as people write it: `openai/gpt-5`, `anthropic/claude-sonnet-4-5`,
/// `scripted/template`. Only the first slash divides: the model part may have more.
public record ModelName(String provider, String model) {
  /// @throws IllegalArgumentException if its text form could not be read back
  public ModelName {
    if (provider.isBlank() || provider.contains("/") || model.isBlank()) {
      throw new IllegalArgumentException(
          "a model is named provider/model (for example openai/gpt-5), not '%s/%s'"
              .formatted(provider, model));
    }
  }

  /// @throws IllegalArgumentException if there is no provider, no slash or no model
  public static ModelName parse(String text) {
    var slash = text.indexOf('/');
    if (slash <= 0 || slash == text.length() - 1) {
      throw new IllegalArgumentException(
          "a model is named provider/model (for example openai/gpt-5), not '" + text + "'");
    }
    return new ModelName(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public String toString() {
    return provider + "/" + model;
  }
}
