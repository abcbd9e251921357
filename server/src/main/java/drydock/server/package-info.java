/// The HTTP edge: routes, event streams, the web's files. It decodes, asks the
/// [drydock.engine.Workstation], and encodes; nothing is decided here but who may ask.
@NullMarked
package drydock.server;

import org.jspecify.annotations.NullMarked;
