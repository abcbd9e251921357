/// What lists of tasks need beside their pages: counts, and word of changes.
@NullMarked
package drydock.server.routes.list;

import org.jspecify.annotations.NullMarked;
