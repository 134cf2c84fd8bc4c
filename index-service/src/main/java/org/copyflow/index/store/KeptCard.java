package org.copyflow.index.store;

import java.util.List;
import org.copyflow.events.topic.ArticleCard;

/// A card in a topic's list.
///
/// @param topicName what its article calls the topic
/// @param broader the topics above the topic, as its article says
public record KeptCard(String topicName, ArticleCard card, List<String> broader) {

    public KeptCard {
        broader = broader == null ? List.of() : List.copyOf(broader);
    }
}
