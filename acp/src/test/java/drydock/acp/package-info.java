@NullMarked
package drydock.acp;

import org.jspecify.annotations.NullMarked;
