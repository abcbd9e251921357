/// What this server knows and may not write, and its own log without it.
@NullMarked
package drydock.app.secret;

import org.jspecify.annotations.NullMarked;
