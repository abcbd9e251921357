/// The published benchmark: every figure beside its floor, from one run on one machine.
@NullMarked
package drydock.app.bench;

import org.jspecify.annotations.NullMarked;
