package org.copyflow.index.search.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// What an index holds: how far it has read which incarnation of the topic. It is part of each of the index's commits,
/// so that both are always of one moment.
///
/// @param topicId Kafka's own id of the topic; another one means that it was made anew
/// @param next partition → the offset to be read next
/// @param at when this was true
record IndexPosition(String topicId, Map<Integer, Long> next, Instant at) {

    /// Of an index that has read nothing.
    static final IndexPosition NONE = new IndexPosition("", Map.of(), Instant.EPOCH);

    /// Changes whenever documents are made in another way; an index of another format is made anew.
    private static final String FORMAT = "3";

    private static final String FORMAT_KEY = "format";
    private static final String TOPIC_KEY = "topic";
    private static final String AT_KEY = "at";
    private static final String OFFSET_KEY = "offset.";

    IndexPosition {
        next = Map.copyOf(next);
    }

    /// As a commit of the index carries it.
    Map<String, String> asCommitData() {
        var data = new TreeMap<String, String>();
        data.put(FORMAT_KEY, FORMAT);
        data.put(TOPIC_KEY, topicId);
        data.put(AT_KEY, at.toString());
        next.forEach((partition, offset) -> data.put(OFFSET_KEY + partition, Long.toString(offset)));
        return data;
    }

    /// [#NONE] where the data are of another format or absent.
    static IndexPosition of(Map<String, String> data) {
        if (!FORMAT.equals(data.get(FORMAT_KEY))) {
            return NONE;
        }
        var next = new HashMap<Integer, Long>();
        data.forEach((key, value) -> {
            if (key.startsWith(OFFSET_KEY)) {
                next.put(Integer.valueOf(key.substring(OFFSET_KEY.length())), Long.valueOf(value));
            }
        });
        return new IndexPosition(
                data.getOrDefault(TOPIC_KEY, ""),
                next,
                Instant.parse(data.getOrDefault(AT_KEY, Instant.EPOCH.toString())));
    }
}
