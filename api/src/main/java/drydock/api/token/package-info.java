/// Named API tokens on the wire.
@NullMarked
package drydock.api.token;

import org.jspecify.annotations.NullMarked;
