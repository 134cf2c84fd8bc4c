package org.copyflow.enrich.quotes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.copyflow.enrich.lexicon.PhraseTable;
import org.copyflow.enrich.lexicon.PhraseTable.Hit;
import org.copyflow.enrich.text.AnalyzedText;
import org.copyflow.enrich.text.AnalyzedText.Sentence;
import org.copyflow.enrich.text.Tokens;
import org.copyflow.events.article.Entity;
import org.copyflow.events.article.Span;
import org.jspecify.annotations.Nullable;

/// Finds who speaks: the name beside the verb that attributes, or the last person where a pronoun stands there. Not
/// thread-safe; one an article.
final class SpeakerFinder {

    /// Who speaks, and the word that says so.
    record Attribution(@Nullable String speaker, String cue) {}

    private record Named(int start, int end, Entity entity) {}

    private static final int FARTHEST_CUE_TOKENS = 14;

    private final AnalyzedText text;
    private final Tokens tokens;
    private final PhraseTable<String> cues;
    private final List<Named> names = new ArrayList<>();

    SpeakerFinder(AnalyzedText text, PhraseTable<String> cues, List<Entity> entities) {
        this.text = text;
        this.tokens = text.tokens();
        this.cues = cues;
        for (Entity entity : entities) {
            if (entity.type() == Entity.Type.PERSON || entity.type() == Entity.Type.ORGANISATION) {
                for (Span mention : entity.mentions()) {
                    names.add(new Named(mention.start(), mention.end(), entity));
                }
            }
        }
        names.sort(Comparator.comparingInt(Named::start));
    }

    /// @param from the end of the quotation before, or 0
    /// @param to the start of the quotation after, or the text's length
    @Nullable
    Attribution find(QuotedSpan quote, int from, int to) {
        Attribution after = after(quote, to);
        return after != null ? after : before(quote, from);
    }

    private @Nullable Attribution after(QuotedSpan quote, int to) {
        int first = tokens.atOrAfter(Math.min(quote.end() + 1, text.text().length()));
        char last = text.text().charAt(quote.end() - 1);
        if (first >= tokens.count() || ((last == '.' || last == '。') && !startsLower(first))) {
            return null;
        }
        Sentence sentence = sentenceOf(first);
        if (sentence == null) {
            return null;
        }
        int end = Math.min(Math.min(sentence.endToken(), tokens.atOrAfter(to)), first + FARTHEST_CUE_TOKENS);
        for (int t = first; t < end; t++) {
            Hit<String> cue = cues.longest(text, t, end);
            if (cue != null) {
                String speaker = subjectAround(t, cue.endToken(), first, sentence.endToken());
                return new Attribution(speaker, cue.value());
            }
        }
        return null;
    }

    private @Nullable Attribution before(QuotedSpan quote, int from) {
        int quoteToken = tokens.atOrAfter(quote.start());
        Sentence sentence = sentenceOf(Math.max(0, quoteToken - 1));
        if (sentence == null) {
            return null;
        }
        int first = Math.max(sentence.firstToken(), tokens.atOrAfter(from));
        for (int t = quoteToken - 1; t >= first; t--) {
            Hit<String> cue = cues.longest(text, t, quoteToken);
            if (cue != null) {
                return new Attribution(subjectAround(t, cue.endToken(), first, quoteToken), cue.value());
            }
        }
        return null;
    }

    /// The subject of the verb: the name before it in the same clause, or after it; through a pronoun the last person.
    private @Nullable String subjectAround(int verb, int afterVerb, int first, int end) {
        if (tokens.is(verb, "according") && afterVerb < end) {
            return nameWithin(afterVerb, end, false);
        }
        if (verb > first && isPersonPronoun(verb - 1)) {
            return lastPerson(tokens.start(verb - 1));
        }
        if (afterVerb < end && isPersonPronoun(afterVerb) && verb == first) {
            return lastPerson(tokens.start(afterVerb));
        }
        String before = nameWithin(first, verb, true);
        return before != null ? before : nameWithin(afterVerb, end, false);
    }

    private @Nullable String nameWithin(int firstToken, int endToken, boolean lastOne) {
        if (firstToken >= endToken) {
            return null;
        }
        int start = tokens.start(firstToken);
        int end = tokens.end(endToken - 1);
        String found = null;
        for (int i = firstNameFrom(start); i < names.size() && names.get(i).start() < end; i++) {
            found = names.get(i).entity().name();
            if (!lastOne) {
                break;
            }
        }
        return found;
    }

    private @Nullable String lastPerson(int offset) {
        for (int i = firstNameFrom(offset) - 1; i >= 0; i--) {
            if (names.get(i).entity().type() == Entity.Type.PERSON) {
                return names.get(i).entity().name();
            }
        }
        return null;
    }

    private int firstNameFrom(int offset) {
        int low = 0;
        int high = names.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (names.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private @Nullable Sentence sentenceOf(int token) {
        List<Sentence> sentences = text.sentences();
        int low = 0;
        int high = sentences.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Sentence sentence = sentences.get(middle);
            if (token < sentence.firstToken()) {
                high = middle - 1;
            } else if (token >= sentence.endToken()) {
                low = middle + 1;
            } else {
                return sentence;
            }
        }
        return null;
    }

    private boolean startsLower(int token) {
        return Character.isLowerCase(tokens.firstChar(token));
    }

    private boolean isPersonPronoun(int token) {
        return tokens.isIgnoringCase(token, "he")
                || tokens.isIgnoringCase(token, "she")
                || tokens.is(token, "他")
                || tokens.is(token, "她");
    }
}
