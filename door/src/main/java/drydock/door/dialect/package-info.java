/// The wire protocols of language models, read and written: OpenAI Chat Completions, OpenAI
/// Responses, Anthropic Messages. Pure functions between a model's words and their bytes.
@NullMarked
package drydock.door.dialect;

import org.jspecify.annotations.NullMarked;
