@NullMarked
package drydock.agent.tool;

import org.jspecify.annotations.NullMarked;
