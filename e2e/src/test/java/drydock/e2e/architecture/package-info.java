/// The laws of the house, held against the code.
@NullMarked
package drydock.e2e.architecture;

import org.jspecify.annotations.NullMarked;
