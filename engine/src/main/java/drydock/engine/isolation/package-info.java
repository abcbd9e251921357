/// The isolation self-test, on sandboxes and doors as tasks get them.
@NullMarked
package drydock.engine.isolation;

import org.jspecify.annotations.NullMarked;
