package drydock.agent;

/// Answers in Messages, written down as the API streams them.
final class Messages {
  private static final String START =
      "{\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":90}}}";
  private static final String STOP = "{\"type\":\"message_stop\"}";

  private Messages() {}

  static ModelServer.Script says(String text) {
    return ModelServer.stream(
        START,
        block(0, "{\"type\":\"text\",\"text\":\"\"}"),
        "{\"type\":\"ping\"}",
        delta(0, "{\"type\":\"text_delta\",\"text\":\"" + text + "\"}"),
        stopped("end_turn"),
        STOP);
  }

  /// The arguments come in two pieces.
  static ModelServer.Script thinksAndRuns(String command) {
    return ModelServer.stream(
        START,
        block(0, "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}"),
        delta(0, "{\"type\":\"thinking_delta\",\"thinking\":\"hm\"}"),
        delta(0, "{\"type\":\"signature_delta\",\"signature\":\"signed\"}"),
        block(1, "{\"type\":\"tool_use\",\"id\":\"t_1\",\"name\":\"bash\",\"input\":{}}"),
        delta(1, "{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"comm\"}"),
        delta(
            1,
            "{\"type\":\"input_json_delta\",\"partial_json\":\"and\\\":\\\""
                + command
                + "\\\"}\"}"),
        stopped("tool_use"),
        STOP);
  }

  private static String block(int index, String block) {
    return "{\"type\":\"content_block_start\",\"index\":"
        + index
        + ",\"content_block\":"
        + block
        + "}";
  }

  private static String delta(int index, String delta) {
    return "{\"type\":\"content_block_delta\",\"index\":" + index + ",\"delta\":" + delta + "}";
  }

  private static String stopped(String reason) {
    return "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\""
        + reason
        + "\"},\"usage\":{\"output_tokens\":10}}";
  }
}
