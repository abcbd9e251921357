/// The client commands, over the HTTP API. They read what the server sends as JSON trees and ignore
/// what they do not know, so that a newer server does not break an older client.
@NullMarked
package drydock.cli;

import org.jspecify.annotations.NullMarked;
