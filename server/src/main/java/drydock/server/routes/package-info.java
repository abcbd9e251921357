/// Every address and what it does: decode, ask the [drydock.engine.Workstation], encode.
@NullMarked
package drydock.server.routes;

import org.jspecify.annotations.NullMarked;
