@NullMarked
package drydock.engine.keep;

import org.jspecify.annotations.NullMarked;
