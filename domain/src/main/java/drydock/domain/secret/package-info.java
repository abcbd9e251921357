/// Keeping what is secret out of what is written: known values in all their forms, and the shapes
/// that secrets usually have.
@NullMarked
package drydock.domain.secret;

import org.jspecify.annotations.NullMarked;
