package drydock.api.system;

import drydock.domain.model.ModelSpec;
import java.util.List;

/// The models that tasks may name.
public record ModelList(List<ModelSpec> models) {}
