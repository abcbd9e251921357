/// Language models: names, limits, prices, usage.
@NullMarked
package drydock.domain.model;

import org.jspecify.annotations.NullMarked;
