/// The one way out of a sandbox: a Unix socket with the model gateway and the egress proxy behind
/// it.
@NullMarked
package drydock.door;

import org.jspecify.annotations.NullMarked;
