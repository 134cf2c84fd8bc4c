package org.copyflow.index.search;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopFieldDocs;
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

    private final Map<String, String[]> found;

    private Highlights(Map<String, String[]> found) {
        this.found = found;
    }

    static Highlights of(IndexSearcher searcher, Query words, TopFieldDocs hits) throws IOException {
        try (Analyzer analyzer = SearchAnalyzer.ofTexts()) {
            UnifiedHighlighter highlighter = UnifiedHighlighter.builder(searcher, analyzer)
                    .withMaxLength(MAX_TEXT_CHARS)
                    .withMaxNoHighlightPassages(0)
                    .withFieldMatcher(field -> true)
                    .withFormatter(new DefaultPassageFormatter("<mark>", "</mark>", BREAK, true))
                    .build();
            return new Highlights(highlighter.highlightFields(
                    new String[] {SearchFields.TITLE, SearchFields.TEXT}, words, hits, new int[] {
                        TITLE_PASSAGES, TEXT_PASSAGES
                    }));
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
        String[] all = found.get(field);
        return all == null ? null : all[hit];
    }
}
