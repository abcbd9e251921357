/// What a model can do: run, read, edit, write, search, plan.
@NullMarked
package drydock.agent.tool;

import org.jspecify.annotations.NullMarked;
