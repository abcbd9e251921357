/// What a task starts from: the repositories that are known, their branches, and the models.
@NullMarked
package drydock.engine.supply;

import org.jspecify.annotations.NullMarked;
