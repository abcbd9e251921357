/// What the other nouns are made of: ids' sources, actors, secrets.
@NullMarked
package drydock.domain;

import org.jspecify.annotations.NullMarked;
