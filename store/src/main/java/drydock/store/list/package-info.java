/// Lists that come in pages.
@NullMarked
package drydock.store.list;

import org.jspecify.annotations.NullMarked;
