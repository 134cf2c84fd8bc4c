package org.copyflow.index.comparison;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.copyflow.events.story.Story;
import org.copyflow.index.pace.PublishPace;
import org.copyflow.index.store.ComparedArticle;
import org.copyflow.index.stories.EndedStory;
import org.copyflow.index.stories.StoryChanges;
import org.jspecify.annotations.Nullable;

/// The stories as they were last published, and those that have changed since. A story that was merged into
/// another is published once more, saying so, and forgotten after a while; one whose articles were withdrawn, or
/// that is closed, is forgotten at once.
final class PublishedStories {

    private final KeyValueStore<String, Story> stories;
    private final KeyValueStore<String, ComparedArticle> compared;
    private final BiConsumer<String, @Nullable Story> out;
    private final Map<String, Set<String>> unpublished = new LinkedHashMap<>();

    /// @param out takes a story to publish; without a story, what is published of it is to be forgotten
    PublishedStories(
            KeyValueStore<String, Story> stories,
            KeyValueStore<String, ComparedArticle> compared,
            BiConsumer<String, @Nullable Story> out) {
        this.stories = stories;
        this.compared = compared;
        this.out = out;
    }

    void changed(String language, StoryChanges changes, ComparedLanguage clustered, Instant now) {
        unpublished.computeIfAbsent(language, _ -> new LinkedHashSet<>()).addAll(changes.stories());
        changes.ended().forEach(ended -> end(ended, clustered, now));
    }

    /// Publishes what changed, the first first; what there is no time for waits for the next time.
    void publish(Map<String, ComparedLanguage> languages, PublishPace pace, Instant now) {
        for (String language : List.copyOf(unpublished.keySet())) {
            ComparedLanguage clustered = Objects.requireNonNull(languages.get(language));
            Set<String> storyIds = Objects.requireNonNull(unpublished.remove(language));
            Iterator<String> due = storyIds.iterator();
            while (due.hasNext()) {
                String storyId = due.next();
                if (!pace.run(() -> publish(storyId, clustered, now))) {
                    unpublished.put(language, storyIds); // behind the other languages
                    return;
                }
                due.remove();
            }
        }
    }

    /// Everything may have changed since it was last published.
    ///
    /// @param names of the languages that have articles
    void restore(Function<String, ComparedLanguage> languages, Set<String> names) {
        names.forEach(name -> unpublished.put(
                name, new LinkedHashSet<>(languages.apply(name).stories().storyIds())));
        try (KeyValueIterator<String, Story> all = stories.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.mergedInto() != null) {
                    languages.apply(entry.value.language()).stories().keepEnded(entry.key);
                }
            });
        }
    }

    void forgetMerged(Map<String, ComparedLanguage> languages, Instant before) {
        var old = new ArrayList<Story>();
        try (KeyValueIterator<String, Story> all = stories.all()) {
            all.forEachRemaining(entry -> {
                if (entry.value.mergedInto() != null && entry.value.updatedAt().isBefore(before)) {
                    old.add(entry.value);
                }
            });
        }
        for (Story story : old) {
            forget(story.id());
            ComparedLanguage clustered = languages.get(story.language());
            if (clustered != null) {
                clustered.stories().forgetEnded(story.id());
            }
        }
    }

    private void publish(String storyId, ComparedLanguage clustered, Instant now) {
        List<ComparedArticle> articles = clustered.stories().articles(storyId).stream()
                .map(compared::get)
                .filter(Objects::nonNull)
                .toList();
        if (articles.isEmpty()) {
            return;
        }
        Story before = stories.get(storyId);
        Story story = StoryOf.of(storyId, articles, clustered.stories().splitFrom(storyId), now);
        if (before == null || !before.equals(story.at(before.updatedAt()))) {
            stories.put(storyId, story);
            out.accept(storyId, story);
        }
    }

    private void end(EndedStory ended, ComparedLanguage clustered, Instant now) {
        Story before = stories.get(ended.storyId());
        if (before != null && ended.mergedInto() != null) {
            Story merged = before.merged(ended.mergedInto(), now);
            stories.put(ended.storyId(), merged);
            out.accept(ended.storyId(), merged);
        } else {
            forget(ended.storyId());
            clustered.stories().forgetEnded(ended.storyId());
        }
    }

    private void forget(String storyId) {
        if (stories.delete(storyId) != null) {
            out.accept(storyId, null);
        }
    }
}
