/// Wire protocols.
@NullMarked
package drydock.door.dialect;

import org.jspecify.annotations.NullMarked;
