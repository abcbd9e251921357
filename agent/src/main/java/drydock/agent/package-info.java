/// The program inside: its commands and its settings.
@NullMarked
package drydock.agent;

import org.jspecify.annotations.NullMarked;
