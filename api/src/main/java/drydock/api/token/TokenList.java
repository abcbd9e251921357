package drydock.api.token;

import java.util.List;

/// `GET /api/tokens`.
public record TokenList(List<TokenShown> tokens) {}
