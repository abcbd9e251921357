/// How this host reaches the world: through a company's proxy or not, and whose certificates it
/// trusts.
@NullMarked
package drydock.door.uplink;

import org.jspecify.annotations.NullMarked;
