/// Archives that strangers sent: read within limits, refused with one line that says why.
@NullMarked
package drydock.git.archive;

import org.jspecify.annotations.NullMarked;
