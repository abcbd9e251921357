/// The database itself: an embedded PostgreSQL server or one elsewhere, its schema, its
/// connections, and the wake-ups that travel through it.
@NullMarked
package drydock.store.postgres;

import org.jspecify.annotations.NullMarked;
