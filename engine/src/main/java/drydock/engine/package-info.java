/// What Drydock can do, as the outside asks for it: use cases, each ending in events.
@NullMarked
package drydock.engine;

import org.jspecify.annotations.NullMarked;
