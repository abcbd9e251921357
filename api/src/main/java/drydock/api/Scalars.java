package drydock.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import drydock.api.approval.Remember;
import drydock.domain.Secret;
import drydock.domain.model.ModelName;
import drydock.domain.task.TaskId;
import java.io.IOException;
import java.util.Set;
import java.util.function.Function;

/// Values that are one string on the wire, and the one that must never get there.
final class Scalars extends SimpleModule {
  private static final long serialVersionUID = 1L;
  private static final String REPOSITORY = "repository";

  /// Records that are one string on the wire.
  static final Set<Class<?>> TEXTS = Set.of(TaskId.class, ModelName.class);

  Scalars() {
    super("drydock-scalars");
    addAsText(TaskId.class, TaskId::new);
    addAsText(ModelName.class, ModelName::parse);
    addSerializer(Remember.class, new RememberWriter());
    addDeserializer(Remember.class, new RememberReader());
    addSerializer(Secret.class, new NeverWritten());
    addDeserializer(Secret.class, new NeverRead());
  }

  private <T> void addAsText(Class<T> type, Function<String, T> parse) {
    addSerializer(type, new ToStringSerializer(type));
    addDeserializer(type, new FromText<>(type, parse));
  }

  private static final class FromText<T> extends FromStringDeserializer<T> {
    private static final long serialVersionUID = 1L;

    // Jackson asks its deserializers to be serializable; this one is never written to a stream.
    private final transient Function<String, T> parse;

    FromText(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    protected T _deserialize(String value, DeserializationContext context) {
      return parse.apply(value);
    }
  }

  private static final class RememberWriter extends StdSerializer<Remember> {
    private static final long serialVersionUID = 1L;

    RememberWriter() {
      super(Remember.class);
    }

    @Override
    public void serialize(Remember value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      switch (value) {
        case NO -> out.writeBoolean(false);
        case REPOSITORY -> out.writeString(REPOSITORY);
      }
    }
  }

  private static final class RememberReader extends StdDeserializer<Remember> {
    private static final long serialVersionUID = 1L;

    RememberReader() {
      super(Remember.class);
    }

    @Override
    public Remember deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (in.hasToken(JsonToken.VALUE_FALSE)) {
        return Remember.NO;
      }
      if (in.hasToken(JsonToken.VALUE_STRING) && in.getText().equals(REPOSITORY)) {
        return Remember.REPOSITORY;
      }
      return context.reportInputMismatch(Remember.class, "must be false or \"repository\"");
    }
  }

  private static final class NeverWritten extends StdSerializer<Secret> {
    private static final long serialVersionUID = 1L;

    NeverWritten() {
      super(Secret.class);
    }

    @Override
    public void serialize(Secret value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      provider.reportBadDefinition(Secret.class, "a secret is never written as JSON");
    }
  }

  private static final class NeverRead extends StdDeserializer<Secret> {
    private static final long serialVersionUID = 1L;

    NeverRead() {
      super(Secret.class);
    }

    @Override
    public Secret deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return context.reportBadDefinition(Secret.class, "a secret is never read from JSON");
    }
  }
}
