/// The loop: ask the model, do what it asks, until it is done or gets nowhere.
@NullMarked
package drydock.agent.loop;

import org.jspecify.annotations.NullMarked;
