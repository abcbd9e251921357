/// Tests of the wire.
@NullMarked
package drydock.api;

import org.jspecify.annotations.NullMarked;
