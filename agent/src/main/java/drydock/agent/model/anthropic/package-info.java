/// Anthropic's dialect: Messages.
@NullMarked
package drydock.agent.model.anthropic;

import org.jspecify.annotations.NullMarked;
