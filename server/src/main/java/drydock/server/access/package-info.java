/// Who may ask: tokens, one-time login codes, sessions, and from which addresses.
@NullMarked
package drydock.server.access;

import org.jspecify.annotations.NullMarked;
