/// Git as values: mirrors, checkouts, trees and diffs, over the git executable with a clean
/// configuration.
@NullMarked
package drydock.git;

import org.jspecify.annotations.NullMarked;
