/// What comes out of a sandbox or a repository, read as what it is: hostile. No link is followed,
/// and nothing is read without a limit.
@NullMarked
package drydock.engine.runner.output;

import org.jspecify.annotations.NullMarked;
