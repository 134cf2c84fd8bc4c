/// What a trained model believes an article to be about: a title and an analyzed text enter, a probability for each
/// concept leaves. Read [TopicModel].
@NullMarked
package org.copyflow.enrichment.topics.model;

import org.jspecify.annotations.NullMarked;
