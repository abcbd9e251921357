/// Pure parts of the gateway.
@NullMarked
package drydock.door.gateway;

import org.jspecify.annotations.NullMarked;
