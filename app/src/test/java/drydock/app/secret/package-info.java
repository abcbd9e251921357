/// Tests of what the server's log may not hold.
@NullMarked
package drydock.app.secret;

import org.jspecify.annotations.NullMarked;
