/// The places models are called at, and what is known of their models. A new kind of provider is a
/// record here, its package, and one line in the gateway.
@NullMarked
package drydock.door.provider;

import org.jspecify.annotations.NullMarked;
