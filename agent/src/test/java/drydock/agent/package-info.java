@NullMarked
package drydock.agent;

import org.jspecify.annotations.NullMarked;
