/// Isolated places to run commands: the contract every driver keeps.
@NullMarked
package drydock.sandbox;

import org.jspecify.annotations.NullMarked;
