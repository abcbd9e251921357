/// The composition root: the only code that names concrete drivers, forges and providers.
@NullMarked
package drydock.app;

import org.jspecify.annotations.NullMarked;
