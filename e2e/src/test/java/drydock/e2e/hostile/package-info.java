/// Archives and repositories that mean harm, as code that makes each, with the answer it must get.
@NullMarked
package drydock.e2e.hostile;

import org.jspecify.annotations.NullMarked;
