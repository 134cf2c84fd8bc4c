package org.copyflow.index.store;

import org.copyflow.events.topic.ArticleCard;

/// A card in a topic's list.
///
/// @param topicName what its article calls the topic
public record KeptCard(String topicName, ArticleCard card) {}
