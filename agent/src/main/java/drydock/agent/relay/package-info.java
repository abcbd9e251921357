/// The way out of a sandbox that has no network but loopback.
@NullMarked
package drydock.agent.relay;

import org.jspecify.annotations.NullMarked;
