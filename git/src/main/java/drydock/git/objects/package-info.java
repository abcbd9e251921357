/// Git's objects, read and written in bulk through one git process each.
@NullMarked
package drydock.git.objects;

import org.jspecify.annotations.NullMarked;
