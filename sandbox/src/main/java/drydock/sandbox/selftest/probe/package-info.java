/// The program that tries to get out, and the one that is looked for. Both run inside, on whatever
/// Java runtime is there: they use `java.base` and nothing else.
@NullMarked
package drydock.sandbox.selftest.probe;

import org.jspecify.annotations.NullMarked;
