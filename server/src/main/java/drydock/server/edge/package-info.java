/// What every request passes: who may come in, JSON in and out, limits, problems, headers.
@NullMarked
package drydock.server.edge;

import org.jspecify.annotations.NullMarked;
