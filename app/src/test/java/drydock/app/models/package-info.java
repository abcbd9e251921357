@NullMarked
package drydock.app.models;

import org.jspecify.annotations.NullMarked;
