package drydock.door;

import drydock.domain.Secret;
import drydock.domain.model.Budget;
import drydock.domain.model.ModelSpec;
import drydock.domain.model.Usage;
import drydock.domain.network.Egress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// What one phase of one sandbox may reach.
///
/// @param folder an existing, short path (socket paths end at 108 bytes: unix(7)); the socket
///   `door.sock` is made in it
/// @param egress ports are 80 and 443, unless a domain pattern names another: `example.org:8443`
/// @param models none = no model in this phase
public record DoorSpec(Path folder, Egress egress, Optional<ModelAccess> models) {

  /// @param token worthless anywhere but at this door
  /// @param model what the agent was started with; other names it asks for are mapped to it, and
  ///   counted
  /// @param budget as it is at each call: it may be raised meanwhile
  /// @param spent by the attempt before this door was opened
  /// @param logs the attempt's folder: `gateway.jsonl`, `prompt.txt` and `llm_response.txt` are
  ///   appended there
  public record ModelAccess(
      Secret token, ModelSpec model, Supplier<Budget> budget, Usage spent, Path logs) {}
}
