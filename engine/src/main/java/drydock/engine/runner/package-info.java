/// How one attempt runs, from checkout to result.
@NullMarked
package drydock.engine.runner;

import org.jspecify.annotations.NullMarked;
