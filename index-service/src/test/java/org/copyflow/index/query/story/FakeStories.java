package org.copyflow.index.query.story;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.copyflow.events.story.Story;
import org.jspecify.annotations.Nullable;

/// Stories in memory.
public final class FakeStories implements StoryStore {

    public final Map<String, Story> stories = new ConcurrentHashMap<>();

    public void add(Story story) {
        stories.put(story.id(), story);
    }

    @Override
    public @Nullable Story story(String storyId) {
        return stories.get(storyId);
    }

    @Override
    public StoryList stories(StoryQuery query) {
        List<StorySummary> found = stories.values().stream()
                .filter(story -> query.language() == null || story.language().equals(query.language()))
                .map(StorySummary::of)
                .sorted(query.comparator())
                .toList();
        return new StoryList(found.stream().limit(query.limit()).toList(), found.size());
    }
}
