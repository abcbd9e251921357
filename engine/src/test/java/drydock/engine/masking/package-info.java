/// Tests of what is taken out of events.
@NullMarked
package drydock.engine.masking;

import org.jspecify.annotations.NullMarked;
