package drydock.api;

/// A stored archive. `upload` is its id for use in tasks; the same bytes have the same id.
public record UploadShown(String upload, String name, long bytes) {}
