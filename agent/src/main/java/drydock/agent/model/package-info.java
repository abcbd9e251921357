/// Asking a model: what is said, what is answered, and how it travels.
@NullMarked
package drydock.agent.model;

import org.jspecify.annotations.NullMarked;
