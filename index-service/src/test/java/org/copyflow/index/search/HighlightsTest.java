package org.copyflow.index.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.copyflow.index.SampleArticles.article;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.copyflow.index.search.SearchQuery.Where;
import org.copyflow.index.search.store.SearchIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HighlightsTest {

    private static final int ARTICLES = 23;

    @TempDir
    Path folder;

    private SearchIndex index;
    private final AtomicLong asked = new AtomicLong();

    @BeforeEach
    void fill() throws IOException {
        index = SearchIndex.open(folder);
        for (int i = 0; i < ARTICLES; i++) {
            index.put(article("a" + i, "desk")
                    .title(i % 2 == 0 ? "A harbour" : "A port")
                    .text("The harbour number " + i + " opened.")
                    .build());
        }
        index.refresh();
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @Test
    void areThoseOfEachHit() throws IOException {
        Highlights highlights = index.search(searcher -> of(searcher, Duration.ofSeconds(1)));

        var titles = new ArrayList<Boolean>();
        for (int i = 0; i < ARTICLES; i++) {
            titles.add(highlights.title(i) != null);
            assertThat(highlights.passages(i)).isEqualTo(List.of("The <mark>harbour</mark> number " + i + " opened."));
        }
        assertThat(titles.indexOf(false)).isEqualTo(1);
        assertThat(titles.stream().filter(marked -> marked)).hasSize(12);
    }

    @Test
    void areOfTheTimeThatASearchMayTake() {
        // the clock moves on by a nanosecond whenever somebody looks at it
        assertThatThrownBy(() -> index.search(searcher -> of(searcher, Duration.ofNanos(3))))
                .isInstanceOf(SearchTooSlowException.class);
        assertThat(asked.get()).isEqualTo(5);
    }

    private Highlights of(IndexSearcher searcher, Duration patience) throws IOException {
        ScoreDoc[] hits = searcher.search(new MatchAllDocsQuery(), ARTICLES).scoreDocs;
        return Highlights.of(
                searcher,
                WordsParser.parse("harbour", Where.ANYWHERE),
                hits,
                new Patience(patience, asked::incrementAndGet));
    }
}
