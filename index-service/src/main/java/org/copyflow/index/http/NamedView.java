package org.copyflow.index.http;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.copyflow.events.EventJson;
import org.copyflow.events.topic.TopicView;
import org.copyflow.index.query.TopicStore;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A view as it is published, and what the topics are called that it names by their ids. One that holds no article any
/// more has no name.
final class NamedView {

    private NamedView() {}

    static ObjectNode of(TopicView view, TopicStore topics) {
        Set<String> ids = new LinkedHashSet<>(view.topic().broader());
        view.related().forEach(related -> ids.add(related.id()));
        Map<String, String> names = topics.names(ids);
        ObjectNode shown = EventJson.mapper().valueToTree(view);
        shown.path("related").forEach(related -> name((ObjectNode) related, names));
        if (!view.topic().broader().isEmpty()) {
            ArrayNode broader = shown.putArray("broader");
            view.topic().broader().forEach(id -> name(broader.addObject().put("id", id), names));
        }
        return shown;
    }

    private static void name(ObjectNode topic, Map<String, String> names) {
        String name = names.get(topic.path("id").asString());
        if (name != null) {
            topic.put("name", name);
        }
    }
}
