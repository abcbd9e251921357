/// Providers that speak HTTP.
@NullMarked
package drydock.door.provider.remote;

import org.jspecify.annotations.NullMarked;
