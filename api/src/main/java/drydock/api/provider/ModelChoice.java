package drydock.api.provider;

/// `PUT /api/models/default`.
public record ModelChoice(String model) {}
