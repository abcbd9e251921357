/// The one way out of a sandbox: a Unix socket with the model gateway and the egress proxy behind
/// it. It speaks HTTP/1.1: `CONNECT host:port` and `GET http://host/...` go to egress;
/// `/openai/v1/...` and `/anthropic/v1/...`, addressed to a loopback host, go to the gateway.
///
/// A request's walk: [DoorConnector] (one a door), `Reception` (which door was it?), then
/// `egress.Tunnels` or `egress.Forwarding` after `egress.Guard` has decided; or `gateway.Gateway`,
/// `Exchange`, `Sender`, and the provider's `Upstream`.
@NullMarked
package drydock.door;

import org.jspecify.annotations.NullMarked;
