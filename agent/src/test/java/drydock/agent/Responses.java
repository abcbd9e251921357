package drydock.agent;

/// Answers in Responses, written down as the API streams them.
final class Responses {
  private Responses() {}

  static ModelServer.Script says(String text) {
    return ModelServer.stream(
        "{\"type\":\"response.created\",\"response\":{}}",
        "{\"type\":\"response.output_text.delta\",\"delta\":\"" + text + "\"}",
        completed());
  }

  static ModelServer.Script thinksAndRuns(String command) {
    return ModelServer.stream(
        "{\"type\":\"response.reasoning_summary_text.delta\",\"delta\":\"hm\"}",
        "{\"type\":\"response.output_item.done\",\"item\":{\"id\":\"rs_1\",\"type\":\"reasoning\","
            + "\"summary\":[],\"encrypted_content\":\"secret\"}}",
        "{\"type\":\"response.output_item.added\",\"item\":{\"type\":\"function_call\"}}",
        "{\"type\":\"response.output_item.done\",\"item\":{\"id\":\"fc_1\","
            + "\"type\":\"function_call\",\"call_id\":\"call_1\",\"name\":\"bash\","
            + "\"arguments\":\"{\\\"command\\\":\\\""
            + command
            + "\\\"}\"}}",
        completed());
  }

  private static String completed() {
    return "{\"type\":\"response.completed\",\"response\":{\"status\":\"completed\","
        + "\"usage\":{\"input_tokens\":90,\"output_tokens\":10,\"total_tokens\":100}}}";
  }
}
