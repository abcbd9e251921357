/// Where a phase happens: its sandbox, its door, its variables, as specs.
@NullMarked
package drydock.engine.runner.place;

import org.jspecify.annotations.NullMarked;
