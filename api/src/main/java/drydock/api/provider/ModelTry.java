package drydock.api.provider;

/// A model that is to say something.
public record ModelTry(String model) {}
