/// The server itself: started, killed, adopted, refused.
@NullMarked
package drydock.store.postgres;

import org.jspecify.annotations.NullMarked;
