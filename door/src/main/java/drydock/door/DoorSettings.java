package drydock.door;

import drydock.domain.network.Uplink;
import drydock.door.provider.Patience;
import drydock.door.uplink.Cidr;
import java.util.List;

/// What holds for all doors.
///
/// @param allowPrivate private or reserved networks that egress may reach
///   (`DRYDOCK_EGRESS_ALLOW_PRIVATE`)
/// @param patience with providers of models
public record DoorSettings(Uplink uplink, List<Cidr> allowPrivate, Patience patience) {
  public DoorSettings {
    allowPrivate = List.copyOf(allowPrivate);
  }

  public DoorSettings(Uplink uplink, List<Cidr> allowPrivate) {
    this(uplink, allowPrivate, Patience.DEFAULT);
  }
}
