/// The wire: every value that leaves or enters Drydock as JSON, and the one form it has there.
@NullMarked
package drydock.api;

import org.jspecify.annotations.NullMarked;
