/// Tests of the client commands.
@NullMarked
package drydock.cli;

import org.jspecify.annotations.NullMarked;
