/// What a sandbox was found to keep in, by trying to get out.
@NullMarked
package drydock.domain.isolation;

import org.jspecify.annotations.NullMarked;
