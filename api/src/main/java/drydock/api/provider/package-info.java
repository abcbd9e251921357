/// Where models come from, and whether they answer, on the wire.
@NullMarked
package drydock.api.provider;

import org.jspecify.annotations.NullMarked;
