/// Ways out.
@NullMarked
package drydock.door.uplink;

import org.jspecify.annotations.NullMarked;
