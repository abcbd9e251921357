/// What is secret is taken out of events before they are committed.
@NullMarked
package drydock.engine.masking;

import org.jspecify.annotations.NullMarked;
