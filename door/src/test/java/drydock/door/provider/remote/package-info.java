/// Where requests go.
@NullMarked
package drydock.door.provider.remote;

import org.jspecify.annotations.NullMarked;
