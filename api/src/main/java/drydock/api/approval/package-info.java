/// What agents ask people, and their answers.
@NullMarked
package drydock.api.approval;

import org.jspecify.annotations.NullMarked;
