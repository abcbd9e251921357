/// The whole state in one file, and back.
@NullMarked
package drydock.app.backup;

import org.jspecify.annotations.NullMarked;
