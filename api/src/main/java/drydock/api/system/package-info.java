/// What can be used, and how the server is, on the wire.
@NullMarked
package drydock.api.system;

import org.jspecify.annotations.NullMarked;
