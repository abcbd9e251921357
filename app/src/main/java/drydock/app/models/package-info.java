/// Which models there are: those of the settings, and those whose key was given to the running
/// server.
@NullMarked
package drydock.app.models;

import org.jspecify.annotations.NullMarked;
