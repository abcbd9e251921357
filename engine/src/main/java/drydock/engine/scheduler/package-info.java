/// What runs when, and where.
@NullMarked
package drydock.engine.scheduler;

import org.jspecify.annotations.NullMarked;
