/// OpenAI's two dialects: Chat Completions, which the world speaks, and Responses.
@NullMarked
package drydock.agent.model.openai;

import org.jspecify.annotations.NullMarked;
