package drydock.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.NameTransformer;
import com.fasterxml.jackson.databind.util.StdConverter;
import drydock.domain.Actor;
import drydock.domain.event.Event;
import drydock.domain.event.EventBody;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/// [EventShown] with its body flattened, and every [Event] written as one. (`@JsonUnwrapped` cannot
/// flatten a value that has a type.)
final class FlatEvents extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /// The fields of the envelope; no event body may have one of these names.
  static final List<String> ENVELOPE = List.of("number", "attempt", "at", "actor");

  FlatEvents() {
    super("drydock-events");
    addSerializer(EventShown.class, new Writer());
    addSerializer(Event.class, new StdDelegatingSerializer(Event.class, new Shown()));
    addDeserializer(EventShown.class, new Reader());
  }

  private static final class Shown extends StdConverter<Event, EventShown> {
    @Override
    public EventShown convert(Event event) {
      return EventShown.of(event);
    }
  }

  private static final class Writer extends StdSerializer<EventShown> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(EventShown.class);
    }

    @Override
    public void serialize(EventShown event, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeStartObject(event);
      out.writeNumberField("number", event.number());
      out.writeNumberField("attempt", event.attempt());
      provider.defaultSerializeField("at", event.at(), out);
      provider.defaultSerializeField("actor", event.actor(), out);
      out.writeStringField("type", DomainForm.nameOf(event.body().getClass()));
      provider
          .findValueSerializer(event.body().getClass())
          .unwrappingSerializer(NameTransformer.NOP)
          .serialize(event.body(), out, provider);
      out.writeEndObject();
    }
  }

  private static final class Reader extends StdDeserializer<EventShown> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(EventShown.class);
    }

    @Override
    public EventShown deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      var envelope = context.readValue(in, ObjectNode.class);
      var body = envelope.deepCopy().without(ENVELOPE);
      return new EventShown(
          envelope.path("number").asLong(),
          envelope.path("attempt").asInt(),
          context.readTreeAsValue(envelope.path("at"), Instant.class),
          context.readTreeAsValue(envelope.path("actor"), Actor.class),
          context.readTreeAsValue(body, EventBody.class));
    }
  }
}
