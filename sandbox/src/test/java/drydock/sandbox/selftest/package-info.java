/// A stage for the self-test, and every opening it must see.
@NullMarked
package drydock.sandbox.selftest;

import org.jspecify.annotations.NullMarked;
