package org.copyflow.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The JSON Schemas that are published and the records that are written are one thing.
final class EventSchemasTest {

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of("article", ExampleEvents.article()),
                Arguments.of("keyed-push", ExampleEvents.keyedPush()),
                Arguments.of("article-outcome", ExampleEvents.outcome()),
                Arguments.of("article-indexed", ExampleEvents.indexed()),
                Arguments.of("article-delivery", ExampleEvents.delivery()),
                Arguments.of("article-digest", ExampleEvents.digest()),
                Arguments.of("article-relations", ExampleEvents.relations()),
                Arguments.of("story", ExampleEvents.story()),
                Arguments.of("topic-event", ExampleEvents.topicEvent()),
                Arguments.of("topic-view", ExampleEvents.topicView()),
                Arguments.of("saved-query", ExampleEvents.savedQuery()),
                Arguments.of("webhook-subscription", ExampleWebhooks.subscription()),
                Arguments.of("webhook-progress", ExampleWebhooks.progress()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void schemaAcceptsWhatIsWritten(String name, Record event) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText(name));
        String json = EventJson.mapper().writeValueAsString(event);
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void schemaNamesExactlyTheFieldsOfTheRecords(String name, Record event) throws IOException {
        JsonNode schema = EventJson.mapper().readTree(schemaText(name));
        assertThat(properties(schema)).isEqualTo(components(event.getClass()));
        for (Class<?> nested : nestedRecords(event.getClass(), new HashSet<>())) {
            JsonNode definition = schema.path("$defs").path(nested.getSimpleName());
            assertThat(properties(definition)).as(nested.getSimpleName()).isEqualTo(components(nested));
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatIsWrittenReadsBackTheSame(String name, Record event) {
        var serde = new JsonSerde<>(event.getClass());
        byte[] bytes = EventJson.mapper().writeValueAsBytes(event);
        assertThat(serde.deserializer().deserialize(name, bytes)).isEqualTo(event);
    }

    private static Set<String> properties(JsonNode schema) {
        return new TreeSet<>(schema.path("properties").propertyNames());
    }

    private static Set<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Class<?>> nestedRecords(Class<?> type, Set<Class<?>> found) {
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> nested = element(component.getGenericType());
            boolean isObject = nested.isRecord() && !nested.getSimpleName().equals("StatedTime");
            if (isObject && found.add(nested)) {
                nestedRecords(nested, found);
            }
        }
        return found;
    }

    private static Class<?> element(Type type) {
        return type instanceof ParameterizedType generic
                ? (Class<?>) generic.getActualTypeArguments()[0]
                : (Class<?>) type;
    }

    private static String schemaText(String name) throws IOException {
        String resource = "schemas/" + name + ".schema.json";
        try (InputStream in = Objects.requireNonNull(EventJson.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
