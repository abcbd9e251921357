/// All rows of the database out of it, as they were at one moment, and into an empty one.
@NullMarked
package drydock.store.backup;

import org.jspecify.annotations.NullMarked;
