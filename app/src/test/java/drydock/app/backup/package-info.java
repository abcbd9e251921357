@NullMarked
package drydock.app.backup;

import org.jspecify.annotations.NullMarked;
