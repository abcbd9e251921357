/// What the domain needs from the world; other modules implement it.
@NullMarked
package drydock.domain.port;

import org.jspecify.annotations.NullMarked;
