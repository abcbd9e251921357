package drydock.api.repository;

/// A repository that is to be known before its first task.
public record RepositoryCreate(String url) {}
