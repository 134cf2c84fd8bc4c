package org.copyflow.index.search;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.copyflow.index.search.store.ArticleSource;
import org.copyflow.index.search.store.SearchFeeder;
import org.copyflow.index.search.store.SearchIndex;
import org.copyflow.kit.Check;
import org.jspecify.annotations.Nullable;

/// Search as a service runs it: an index in a folder, fed from Kafka on a thread of its own. Thread-safe.
public final class ArticleSearch implements AutoCloseable {

    private final Path folder;
    private final Duration patience;
    private final ArticleSource source;
    private final InstantSource clock;
    private final MeterRegistry registry;
    private volatile @Nullable Running running;

    private record Running(SearchIndex index, SearchFeeder feeder, Searcher searcher) {}

    /// @param folder of the index, not shared between processes
    /// @param patience how long one search may take
    public ArticleSearch(
            Path folder, Duration patience, ArticleSource source, InstantSource clock, MeterRegistry registry) {
        this.folder = folder;
        this.patience = patience;
        this.source = source;
        this.clock = clock;
        this.registry = registry;
    }

    public void start() {
        SearchIndex index = SearchIndex.open(folder);
        var feeder = new SearchFeeder(index, source, clock, registry);
        running = new Running(index, feeder, new Searcher(index, patience));
        feeder.start();
    }

    /// Passes once everything that was published before the start is found.
    public Check check() {
        Running now = running;
        return now == null ? SearchFeeder.NOT_STARTED : now.feeder().check();
    }

    /// @throws SearchUnavailableException while the index is made anew from Kafka
    /// @throws SearchTooSlowException where it takes longer than allowed, or expands to too many words
    public SearchPage search(SearchQuery query) {
        Running now = running;
        if (now == null || !now.feeder().isComplete()) {
            throw new SearchUnavailableException("Search " + check().detail());
        }
        try {
            return now.searcher().search(query);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the search index in " + folder, e);
        }
    }

    @Override
    public void close() {
        Running now = running;
        if (now != null) {
            now.feeder().close();
            try {
                now.index().close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close the search index in " + folder, e);
            }
        }
    }
}
