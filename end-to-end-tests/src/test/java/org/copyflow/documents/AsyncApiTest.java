package org.copyflow.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.copyflow.events.EventJson;
import org.copyflow.events.catalogue.EventTopic;
import org.copyflow.events.catalogue.EventTopics;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The AsyncAPI document is valid, and names the topics of the catalogue with the schemas of their values.
final class AsyncApiTest {

    private final JsonNode document = Documents.yaml(EventJson.class, "asyncapi.yaml");

    AsyncApiTest() throws IOException {}

    @Test
    void isValidAsyncApi() throws IOException {
        Documents.requireValid(document, "asyncapi-3.0.schema.json", SpecificationVersion.DRAFT_7);
    }

    @Test
    void namesExactlyTheTopicsOfTheCatalogue() {
        assertThat(document.path("channels"))
                .extracting(channel -> channel.path("address").asString())
                .containsExactlyElementsOf(
                        EventTopics.all().stream().map(EventTopic::name).toList());
        for (EventTopic<?, ?> topic : EventTopics.all()) {
            JsonNode channel = document.path("channels").path(channelOf(topic));
            assertThat(channel.path("description").asString()).isEqualTo(topic.holds());
            JsonNode message = message(channel);
            assertThat(message.at("/bindings/kafka/key/description").asString()).isEqualTo(topic.key());
        }
    }

    @Test
    void refersToTheSchemaOfEachValue() throws IOException {
        for (EventTopic<?, ?> topic : EventTopics.all()) {
            JsonNode message = message(document.path("channels").path(channelOf(topic)));
            JsonNode reference = message.at("/payload/schema/$ref");
            if (reference.isString()) {
                JsonNode schema = EventJson.mapper().readTree(Documents.text(EventJson.class, reference.asString()));
                assertThat(schema.path("title").asString())
                        .isEqualTo(message.path("name").asString());
            } else {
                assertThat(message.path("headers").path("$ref").isString())
                        .as(topic.name() + " is bytes: its headers tell of them")
                        .isTrue();
            }
        }
    }

    private JsonNode message(JsonNode channel) {
        List<Map.Entry<String, JsonNode>> messages =
                channel.path("messages").properties().stream().toList();
        assertThat(messages).hasSize(1);
        return Documents.resolved(document, messages.getFirst().getValue());
    }

    private static String channelOf(EventTopic<?, ?> topic) {
        var name = new StringBuilder();
        boolean upper = false;
        for (int i = 0; i < topic.name().length(); i++) {
            char c = topic.name().charAt(i);
            if (c == '.' || c == '-') {
                upper = true;
            } else {
                name.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return name.toString();
    }
}
