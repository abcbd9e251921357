/// What a person asked, and what became of it.
@NullMarked
package drydock.domain.task;

import org.jspecify.annotations.NullMarked;
