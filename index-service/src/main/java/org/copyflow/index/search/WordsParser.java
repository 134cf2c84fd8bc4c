package org.copyflow.index.search;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.copyflow.index.search.SearchQuery.Where;
import org.copyflow.index.search.store.SearchAnalyzer;
import org.copyflow.index.search.store.SearchFields;
import org.jspecify.annotations.Nullable;

/// The language of the search box: all words must be found; `"a phrase"`, `a | b`, `-without`, `begin*`, brackets.
/// There is nothing that it refuses; what makes no sense is looked for as words. What has no white space inside is one
/// phrase, as `well-known` and 人工智能.
public final class WordsParser extends SimpleQueryParser {

    private static final float TITLE_WEIGHT = 3;
    private static final int FEATURES = AND_OPERATOR
            | NOT_OPERATOR
            | OR_OPERATOR
            | PREFIX_OPERATOR
            | PHRASE_OPERATOR
            | PRECEDENCE_OPERATORS
            | ESCAPE_OPERATOR
            | WHITESPACE_OPERATOR;

    private WordsParser(Analyzer analyzer, Map<String, Float> weights) {
        super(analyzer, weights, FEATURES);
        setDefaultOperator(Occur.MUST);
    }

    public static Query parse(String words, Where where) {
        Map<String, Float> fields = switch (where) {
            case ANYWHERE -> Map.of(SearchFields.TITLE, TITLE_WEIGHT, SearchFields.TEXT, 1F);
            case TITLE -> Map.of(SearchFields.TITLE, 1F);
            case TEXT -> Map.of(SearchFields.TEXT, 1F);
            case QUOTES -> Map.of(SearchFields.QUOTES, 1F);
        };
        try (Analyzer analyzer = SearchAnalyzer.ofQueries()) {
            Query parsed = new WordsParser(analyzer, fields).parse(words);
            return parsed == null ? new MatchNoDocsQuery("only punctuation") : parsed;
        }
    }

    @Override
    protected @Nullable Query newDefaultQuery(String text) {
        var any = new BooleanQuery.Builder();
        weights.forEach((field, weight) -> {
            Query phrase = createPhraseQuery(field, text);
            if (phrase != null) {
                any.add(new BoostQuery(phrase, weight), Occur.SHOULD);
            }
        });
        BooleanQuery query = any.build();
        return query.clauses().isEmpty() ? null : query;
    }

    /// After a character of which several make a word, nothing tells where a word ends: 人工* is found where 人工 is.
    @Override
    protected @Nullable Query newPrefixQuery(String text) {
        return !text.isEmpty() && isWrittenTogether(text.codePointBefore(text.length()))
                ? newDefaultQuery(text)
                : super.newPrefixQuery(text);
    }

    private static boolean isWrittenTogether(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        };
    }
}
