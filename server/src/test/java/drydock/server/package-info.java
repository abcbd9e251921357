/// Tests of the HTTP edge, through real HTTP.
@NullMarked
package drydock.server;

import org.jspecify.annotations.NullMarked;
