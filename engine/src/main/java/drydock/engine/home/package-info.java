/// Where things lie in DRYDOCK_HOME.
@NullMarked
package drydock.engine.home;

import org.jspecify.annotations.NullMarked;
