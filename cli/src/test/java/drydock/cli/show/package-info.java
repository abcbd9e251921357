/// Tests of what a person sees.
@NullMarked
package drydock.cli.show;

import org.jspecify.annotations.NullMarked;
