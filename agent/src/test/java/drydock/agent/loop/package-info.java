@NullMarked
package drydock.agent.loop;

import org.jspecify.annotations.NullMarked;
