/// The Agent Client Protocol, version 1, both sides: messages as records, one JSON-RPC message a
/// line.
@NullMarked
package drydock.acp;

import org.jspecify.annotations.NullMarked;
