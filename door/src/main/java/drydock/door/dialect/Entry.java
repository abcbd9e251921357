package drydock.door.dialect;

/// One thing said in a request's history, as readable text.
public record Entry(Speaker speaker, String text) {
  public enum Speaker {
    SYSTEM,
    USER,
    ASSISTANT,
    TOOL
  }
}
