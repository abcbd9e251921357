package drydock.api.provider;

import drydock.domain.model.ModelName;

/// The model of tasks that name none.
///
/// @param from why it is this one: `chosen` while the server ran, of its `settings`, or the `first`
///   there is
public record ModelDefault(ModelName model, String from) {}
