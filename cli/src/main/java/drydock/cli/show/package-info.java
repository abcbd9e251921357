/// What a person sees: events and tasks as lines, and lines on a screen. Pure, but for the screen.
@NullMarked
package drydock.cli.show;

import org.jspecify.annotations.NullMarked;
