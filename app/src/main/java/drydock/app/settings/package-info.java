/// Settings: parsed once, from the environment and drydock.yaml, into one record tree.
@NullMarked
package drydock.app.settings;

import org.jspecify.annotations.NullMarked;
