/// What is kept for how long, and what may go.
@NullMarked
package drydock.engine.keep;

import org.jspecify.annotations.NullMarked;
