/// Repositories that are known, and their branches, on the wire.
@NullMarked
package drydock.api.repository;

import org.jspecify.annotations.NullMarked;
