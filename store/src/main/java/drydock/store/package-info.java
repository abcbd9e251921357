/// The domain's ports over PostgreSQL: tasks, their log, the queue, messages, shares, uploads,
/// first answers.
@NullMarked
package drydock.store;

import org.jspecify.annotations.NullMarked;
