/// Text that is read: the words of options, and events as they come.
@NullMarked
package drydock.cli.read;

import org.jspecify.annotations.NullMarked;
