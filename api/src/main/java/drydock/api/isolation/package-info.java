/// What is told of the isolation self-test.
@NullMarked
package drydock.api.isolation;

import org.jspecify.annotations.NullMarked;
