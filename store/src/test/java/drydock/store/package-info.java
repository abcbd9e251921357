/// The contracts of the ports, against a real server.
@NullMarked
package drydock.store;

import org.jspecify.annotations.NullMarked;
