/// Folders that strangers wrote, read without trusting them: names are raw bytes, everything is
/// reached by descriptor from its parent, no link is ever followed.
///
/// Java's own file API cannot say names that are not UTF-8, and has no `readlinkat`, so the few
/// system calls needed are made directly.
@NullMarked
package drydock.git.files;

import org.jspecify.annotations.NullMarked;
