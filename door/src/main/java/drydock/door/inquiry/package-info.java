/// Questions of ours to a provider: which models it has, and whether one of them answers.
@NullMarked
package drydock.door.inquiry;

import org.jspecify.annotations.NullMarked;
