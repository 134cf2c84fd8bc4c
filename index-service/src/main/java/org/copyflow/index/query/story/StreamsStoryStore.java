package org.copyflow.index.query.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.copyflow.events.story.Story;
import org.copyflow.index.instances.InstanceStores;
import org.copyflow.index.instances.PatientReads.Kept;
import org.copyflow.index.store.IndexStores;
import org.jspecify.annotations.Nullable;

/// Stories from the topology's own store, which is spread by language: a story is looked for in every part. The
/// list is read anew every few seconds at most.
public final class StreamsStoryStore implements StoryStore {

    private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();

    private final InstanceStores stores;
    private final LongSupplier nanos;
    private volatile @Nullable Summaries summaries;

    private record Summaries(long readAt, Kept<List<StorySummary>> stories) {}

    public StreamsStoryStore(InstanceStores stores) {
        this.stores = stores;
        nanos = System::nanoTime;
    }

    @Override
    public @Nullable Story story(String storyId) {
        return parts().stream()
                .map(part -> part.get(storyId))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public StoryList stories(StoryQuery query) {
        List<StorySummary> selected = summaries().stream()
                .filter(story -> query.language() == null || story.language().equals(query.language()))
                .toList();
        return new StoryList(
                selected.stream()
                        .sorted(query.comparator())
                        .limit(query.limit())
                        .toList(),
                selected.size());
    }

    private List<StorySummary> summaries() {
        Summaries known = summaries;
        if (known == null || nanos.getAsLong() - known.readAt() > FRESH_NANOS) {
            known = new Summaries(nanos.getAsLong(), stores.reads().keep(this::read));
            summaries = known;
        }
        return stores.reads().tell(known.stories());
    }

    private List<StorySummary> read() {
        var read = new ArrayList<StorySummary>();
        for (ReadOnlyKeyValueStore<String, Story> part : parts()) {
            try (KeyValueIterator<String, Story> all = part.all()) {
                all.forEachRemaining(entry -> {
                    if (entry.value.mergedInto() == null) {
                        read.add(StorySummary.of(entry.value));
                    }
                });
            }
        }
        return read;
    }

    private List<ReadOnlyKeyValueStore<String, Story>> parts() {
        return stores.all(IndexStores.STORIES);
    }
}
