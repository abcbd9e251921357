package drydock.api.repository;

import java.util.List;
import java.util.Optional;

/// @param next the cursor of the next page
public record RepositoryList(List<RepositoryShown> repositories, Optional<String> next) {}
