package org.copyflow.index.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.copyflow.index.search.store.SearchAnalyzer;
import org.copyflow.index.search.store.SearchFields;
import org.jspecify.annotations.Nullable;

/// Where the words of a search stand in its hits, as HTML: what the article says is escaped, the words are in `mark`.
final class Highlights {

    private static final String BREAK = "\u001E";
    private static final int MAX_TEXT_CHARS = 50_000;
    private static final int TITLE_PASSAGES = 1;
    private static final int TEXT_PASSAGES = 2;
    private static final String[] FIELDS = {SearchFields.TITLE, SearchFields.TEXT};
    private static final int HITS_AT_A_TIME = 5;

    private final Map<String, List<@Nullable String>> found;

    private Highlights(Map<String, List<@Nullable String>> found) {
        this.found = found;
    }

    /// @param patience asked before every few hits, each of which is a text to be read anew
    /// @throws SearchTooSlowException where it has run out
    static Highlights of(IndexSearcher searcher, Query words, ScoreDoc[] hits, Patience patience) throws IOException {
        try (Analyzer analyzer = SearchAnalyzer.ofTexts()) {
            UnifiedHighlighter highlighter = UnifiedHighlighter.builder(searcher, analyzer)
                    .withMaxLength(MAX_TEXT_CHARS)
                    .withMaxNoHighlightPassages(0)
                    .withFieldMatcher(field -> true)
                    .withFormatter(new DefaultPassageFormatter("<mark>", "</mark>", BREAK, true))
                    .build();
            var found = new HashMap<String, List<@Nullable String>>();
            for (int from = 0; from < hits.length; from += HITS_AT_A_TIME) {
                patience.require();
                int[] some = Stream.of(hits)
                        .skip(from)
                        .limit(HITS_AT_A_TIME)
                        .mapToInt(hit -> hit.doc)
                        .toArray();
                highlighter
                        .highlightFields(FIELDS.clone(), words, some, new int[] {TITLE_PASSAGES, TEXT_PASSAGES})
                        .forEach((field, of) -> found.computeIfAbsent(field, _ -> new ArrayList<>())
                                .addAll(Arrays.asList(of)));
            }
            return new Highlights(found);
        }
    }

    @Nullable
    String title(int hit) {
        return at(SearchFields.TITLE, hit);
    }

    List<String> passages(int hit) {
        String passages = at(SearchFields.TEXT, hit);
        return passages == null ? List.of() : List.of(passages.split(BREAK, -1));
    }

    private @Nullable String at(String field, int hit) {
        List<@Nullable String> all = found.get(field);
        return all == null ? null : all.get(hit);
    }
}
