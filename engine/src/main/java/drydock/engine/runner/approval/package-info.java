/// What an agent may do without asking, and who answers when it asks.
@NullMarked
package drydock.engine.runner.approval;

import org.jspecify.annotations.NullMarked;
