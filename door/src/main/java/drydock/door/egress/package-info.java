/// The egress proxy: HTTP CONNECT and plain HTTP to hosts that the phase may reach, never to
/// addresses that are not public. Names are resolved here, once, and the very address that was
/// checked is dialled, so a name that changes its mind (DNS rebinding) gains nothing.
@NullMarked
package drydock.door.egress;

import org.jspecify.annotations.NullMarked;
