/// The model gateway: a request comes in with a token that is worthless elsewhere and goes out with
/// the real key; what comes back is passed on byte for byte as it comes, counted and recorded.
@NullMarked
package drydock.door.gateway;

import org.jspecify.annotations.NullMarked;
