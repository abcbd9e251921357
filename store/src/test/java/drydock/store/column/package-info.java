/// What columns can hold.
@NullMarked
package drydock.store.column;

import org.jspecify.annotations.NullMarked;
