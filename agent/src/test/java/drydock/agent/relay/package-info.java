@NullMarked
package drydock.agent.relay;

import org.jspecify.annotations.NullMarked;
