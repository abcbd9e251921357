package drydock.api;

import java.util.Optional;

/// An error, `application/problem+json` (RFC 9457).
///
/// @param type always `about:blank`: `code` is what programs switch on
/// @param title the status in words
/// @param detail one line: what is wrong and what to do
/// @param instance with an `internal` error: what to look for in the server's log
public record Problem(
    String type, String title, int status, String code, String detail, Optional<String> instance) {}
