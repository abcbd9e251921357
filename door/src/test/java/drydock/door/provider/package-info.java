/// Models and where they are.
@NullMarked
package drydock.door.provider;

import org.jspecify.annotations.NullMarked;
