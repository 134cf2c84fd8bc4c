package org.copyflow.index.saved;

import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.copyflow.events.topic.SavedQuery;
import org.copyflow.index.search.SearchQuery.Where;
import org.copyflow.index.search.WordsParser;

/// The words of a saved query, within what may be saved.
final class SavedWords {

    static final int MAX_CHARS = 1_000;
    static final int MAX_TERMS = 200;

    private SavedWords() {}

    static Query parse(SavedQuery query) {
        if (query.q().isBlank() || query.q().length() > MAX_CHARS) {
            throw new BadQueryException("q has %d characters; it must have 1 to %d"
                    .formatted(query.q().length(), MAX_CHARS));
        }
        Query parsed = WordsParser.parse(query.q(), where(query.in()));
        if (parsed instanceof MatchNoDocsQuery) {
            throw new BadQueryException("q is '%s', in which there is no word".formatted(query.q()));
        }
        int terms = terms(parsed);
        if (terms > MAX_TERMS) {
            throw new BadQueryException(
                    "q comes to %d words over all fields; it may be %d".formatted(terms, MAX_TERMS));
        }
        return parsed;
    }

    /// Whether it can be filed under words: no article matches that has none of them.
    static boolean isFiled(Query query) {
        return switch (query) {
            case TermQuery _, PhraseQuery _, MultiPhraseQuery _, SynonymQuery _ -> true;
            case BoostQuery boosted -> isFiled(boosted.getQuery());
            case BooleanQuery parts -> {
                boolean required = Stream.of(Occur.MUST, Occur.FILTER)
                        .flatMap(occur -> parts.getClauses(occur).stream())
                        .anyMatch(SavedWords::isFiled);
                Collection<Query> choices = parts.getClauses(Occur.SHOULD);
                yield required || (!choices.isEmpty() && choices.stream().allMatch(SavedWords::isFiled));
            }
            default -> false;
        };
    }

    private static Where where(String word) {
        return Stream.of(Where.values())
                .filter(where -> word(where).equals(word))
                .findFirst()
                .orElseThrow(() -> new BadQueryException("in is '%s'; it must be %s"
                        .formatted(
                                word,
                                Stream.of(Where.values())
                                        .map(SavedWords::word)
                                        .collect(Collectors.joining(", ", "one of ", "")))));
    }

    private static String word(Where where) {
        return where.name().toLowerCase(Locale.ROOT);
    }

    private static int terms(Query query) {
        var count = new AtomicInteger();
        query.visit(new QueryVisitor() {
            @Override
            public void consumeTerms(Query of, Term... terms) {
                count.addAndGet(terms.length);
            }

            @Override
            public void visitLeaf(Query leaf) {
                count.incrementAndGet();
            }

            @Override
            public QueryVisitor getSubVisitor(Occur occur, Query parent) {
                return this; // also of what must not be there
            }
        });
        return count.get();
    }
}
