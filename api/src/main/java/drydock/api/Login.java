package drydock.api;

import java.util.Optional;

/// `POST /api/login`: a one-time code, or a token.
public record Login(Optional<String> code, Optional<String> token) {}
