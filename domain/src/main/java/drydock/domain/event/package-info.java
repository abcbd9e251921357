/// The log: immutable, numbered facts, and the views folded from them.
@NullMarked
package drydock.domain.event;

import org.jspecify.annotations.NullMarked;
