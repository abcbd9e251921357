package drydock.engine.supply;

/// What a task starts from.
public record Supplies(KnownRepositories repositories, ModelSupply models) {}
