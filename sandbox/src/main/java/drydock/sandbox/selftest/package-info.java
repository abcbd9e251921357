/// The isolation self-test: sandboxes made as a task's are, and a program in them that tries to get
/// out. Knows no driver.
@NullMarked
package drydock.sandbox.selftest;

import org.jspecify.annotations.NullMarked;
