/// Readers of text, tried.
@NullMarked
package drydock.cli.read;

import org.jspecify.annotations.NullMarked;
