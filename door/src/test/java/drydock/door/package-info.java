/// Doors as a sandbox sees them: real sockets, real peers.
@NullMarked
package drydock.door;

import org.jspecify.annotations.NullMarked;
