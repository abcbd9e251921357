/// What a task starts from, over HTTP.
@NullMarked
package drydock.server.routes.supply;

import org.jspecify.annotations.NullMarked;
