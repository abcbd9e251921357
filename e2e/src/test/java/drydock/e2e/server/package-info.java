/// A Drydock server as a process, its client, and what it must not leave behind.
@NullMarked
package drydock.e2e.server;

import org.jspecify.annotations.NullMarked;
