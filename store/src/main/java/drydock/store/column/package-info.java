/// Values as columns hold them.
@NullMarked
package drydock.store.column;

import org.jspecify.annotations.NullMarked;
