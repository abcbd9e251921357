/// What a phase may reach, and what was tried.
@NullMarked
package drydock.domain.network;

import org.jspecify.annotations.NullMarked;
