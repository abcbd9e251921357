/// Sandboxes by an OCI runtime (`runc`) without any daemon, as root or as an ordinary user.
@NullMarked
package drydock.sandbox.oci;

import org.jspecify.annotations.NullMarked;
