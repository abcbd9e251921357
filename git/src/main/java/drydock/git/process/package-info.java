/// The git executable, run with a clean configuration: its processes, their whole environment, and
/// what their complaints mean.
@NullMarked
package drydock.git.process;

import org.jspecify.annotations.NullMarked;
