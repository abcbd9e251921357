/// The host's side: who sandboxes are there, what they see of it, and folders that are theirs.
@NullMarked
package drydock.sandbox.oci.host;

import org.jspecify.annotations.NullMarked;
