/// The whole system from outside: a real server as a process of its own, spoken to by HTTP only.
@NullMarked
package drydock.e2e;

import org.jspecify.annotations.NullMarked;
