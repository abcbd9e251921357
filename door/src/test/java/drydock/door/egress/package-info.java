/// Who may be reached.
@NullMarked
package drydock.door.egress;

import org.jspecify.annotations.NullMarked;
