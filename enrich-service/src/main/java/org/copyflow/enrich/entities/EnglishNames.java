package org.copyflow.enrich.entities;

import org.copyflow.enrich.entities.Gazetteer.Known;
import org.copyflow.enrich.lexicon.PhraseTable.Hit;
import org.copyflow.enrich.text.AnalyzedText;
import org.copyflow.enrich.text.AnalyzedText.Sentence;
import org.copyflow.enrich.text.Tokens;
import org.copyflow.events.article.Entity;
import org.jspecify.annotations.Nullable;

/// Finds names in languages that write them with capitals: runs of capitalized words, typed by the words they hold, by
/// the titles before them and by the verbs beside them. Thread-safe.
final class EnglishNames {

    private static final int MOST_WORDS_OF_A_PERSON = 4;

    private final Gazetteer gazetteer;

    EnglishNames(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    void find(AnalyzedText text, Sentence sentence, NamesFound found) {
        int token = sentence.firstToken();
        while (token < sentence.endToken()) {
            token = startsName(text, token) ? name(text, sentence, token, found) : token + 1;
        }
    }

    /// Takes the name that begins at the token; gives the token to go on with.
    private int name(AnalyzedText text, Sentence sentence, int first, NamesFound found) {
        Tokens tokens = text.tokens();
        Hit<Known> known = known(text, first, sentence.endToken());
        int end = endOfRun(text, first, sentence.endToken());
        if (known != null && known.endToken() >= end) {
            found.add(mention(
                    text,
                    first,
                    known.endToken(),
                    known.value().type(),
                    known.value().id()));
            return known.endToken();
        }
        int start = first;
        boolean titled = false;
        while (start < end) {
            Hit<String> title = gazetteer.titles.longest(text, start, end);
            if (title != null && title.endToken() <= end) {
                titled = true;
                start = skipDot(tokens, title.endToken(), end);
            } else if (gazetteer.noNames.has(text, start)) {
                titled = false;
                start++;
            } else {
                break;
            }
        }
        int last = end;
        while (last > start && (gazetteer.noNames.has(text, last - 1) || !isCapital(tokens, last - 1))) {
            last--;
        }
        if (last == start) {
            return Math.max(end, first + 1);
        }
        known = known(text, start, last);
        boolean whole = known != null && known.endToken() == last;
        Entity.Type type = whole && known != null ? known.value().type() : type(text, start, last, titled, sentence);
        String id = whole && known != null ? known.value().id() : null;
        found.add(mention(text, start, last, type, id));
        if (type != Entity.Type.PERSON) {
            acronym(text, start, last, sentence.endToken(), found);
        }
        return end;
    }

    private static Mention mention(
            AnalyzedText text, int first, int end, Entity.@Nullable Type type, @Nullable String id) {
        int startOffset = text.tokens().start(first);
        int endOffset = text.tokens().end(end - 1);
        return new Mention(startOffset, endOffset, text.text().substring(startOffset, endOffset), type, id);
    }

    private Entity.@Nullable Type type(AnalyzedText text, int first, int end, boolean titled, Sentence sentence) {
        Tokens tokens = text.tokens();
        boolean organisation = false;
        boolean event = false;
        for (int t = first; t < end; t++) {
            organisation |= gazetteer.organisationWords.has(text, t);
            event |= gazetteer.eventWords.has(text, t);
        }
        int words = end - first;
        if (organisation && words > 1) {
            return Entity.Type.ORGANISATION;
        }
        if (words > 1 && event) {
            return Entity.Type.EVENT;
        }
        if (words > 1 && (gazetteer.placeWords.has(text, end - 1) || gazetteer.placeWords.has(text, first))) {
            return Entity.Type.PLACE;
        }
        if (words <= MOST_WORDS_OF_A_PERSON && (titled || looksLikePerson(text, first, end, sentence))) {
            return Entity.Type.PERSON;
        }
        boolean acronym =
                words == 1 && tokens.length(first) >= 2 && tokens.length(first) <= 6 && isAllCapitals(text, first);
        return acronym ? Entity.Type.ORGANISATION : null;
    }

    private boolean looksLikePerson(AnalyzedText text, int first, int end, Sentence sentence) {
        int words = end - first;
        if (isTitledBefore(text, first, sentence)) {
            return true;
        }
        if (words < 2) {
            return false;
        }
        boolean surnameFirst = gazetteer.surnames.has(text, first) && words == 2;
        boolean surnameLast = gazetteer.surnames.has(text, end - 1) && words == 2;
        if (gazetteer.firstNames.has(text, first) || surnameFirst || surnameLast) {
            return true;
        }
        boolean named = words <= 3 && !text.tokens().is(first + 1, "of");
        return named
                && (isSpeechVerb(text, end, sentence)
                        || isSpeechVerb(text, first - 1, sentence)
                        || isPresented(text, end, sentence));
    }

    /// "spokesperson Maria Kessler", "professor Kessler": a title without capitals right before.
    private boolean isTitledBefore(AnalyzedText text, int first, Sentence sentence) {
        for (int start = Math.max(sentence.firstToken(), first - 3); start < first; start++) {
            Hit<String> title = gazetteer.titles.longest(text, start, first);
            if (title != null
                    && title.endToken() == first
                    && Character.isLowerCase(text.tokens().firstChar(start))) {
                return true;
            }
        }
        return false;
    }

    /// "Maria Kessler, a pilot at …", "Maria Kessler, director of …": only people are presented so, most often.
    private boolean isPresented(AnalyzedText text, int end, Sentence sentence) {
        Tokens tokens = text.tokens();
        if (end + 2 >= sentence.endToken() || !tokens.is(end, ",")) {
            return false;
        }
        boolean article = tokens.is(end + 1, "a") || tokens.is(end + 1, "an") || tokens.is(end + 1, "who");
        return article || gazetteer.titles.longest(text, end + 1, sentence.endToken()) != null;
    }

    private boolean isSpeechVerb(AnalyzedText text, int token, Sentence sentence) {
        return token >= sentence.firstToken()
                && token < sentence.endToken()
                && (text.tokens().is(token, "said") || text.tokens().is(token, "says"));
    }

    private void acronym(AnalyzedText text, int first, int end, int limit, NamesFound found) {
        Tokens tokens = text.tokens();
        if (end + 2 < limit
                && end - first > 1
                && tokens.is(end, "(")
                && isAllCapitals(text, end + 1)
                && tokens.is(end + 2, ")")) {
            found.acronym(tokens.text(end + 1), text.text().substring(tokens.start(first), tokens.end(end - 1)));
        }
    }

    /// The end of the run of capitalized words, with the small words inside it.
    private int endOfRun(AnalyzedText text, int first, int limit) {
        Tokens tokens = text.tokens();
        boolean takesOf = canTakeOf(text, first);
        int end = skipDot(tokens, first + 1, limit);
        while (end < limit) {
            int next = end;
            if (isCapital(tokens, next)) {
                takesOf |= canTakeOf(text, next);
                end = skipDot(tokens, next + 1, limit);
                continue;
            }
            boolean joins = tokens.is(next, "&")
                    || tokens.is(next, "de")
                    || tokens.is(next, "van")
                    || tokens.is(next, "von")
                    || tokens.is(next, "bin")
                    || tokens.is(next, "al")
                    || (takesOf && (tokens.is(next, "of") || tokens.is(next, "for") || tokens.is(next, "and")));
            if (!joins) {
                break;
            }
            next++;
            if (next < limit && tokens.is(next, "the")) {
                next++;
            }
            if (next >= limit || !isCapital(tokens, next) || gazetteer.titles.has(text, next)) {
                break;
            }
            end = next;
        }
        return end;
    }

    private boolean canTakeOf(AnalyzedText text, int token) {
        return gazetteer.organisationWords.has(text, token)
                || gazetteer.placeWords.has(text, token)
                || gazetteer.eventWords.has(text, token);
    }

    /// The dot of an initial or of `Jr.` belongs to the name.
    private static int skipDot(Tokens tokens, int token, int limit) {
        boolean dot = token < limit
                && tokens.is(token, ".")
                && !tokens.spaceBefore(token)
                && tokens.length(token - 1) <= 3
                && token + 1 < limit
                && isCapital(tokens, token + 1);
        return dot ? token + 1 : token;
    }

    private @Nullable Hit<Known> known(AnalyzedText text, int token, int limit) {
        Hit<Known> hit = gazetteer.names().longest(text, token, limit);
        if (hit == null) {
            return null;
        }
        boolean shortWord = hit.endToken() == token + 1 && text.tokens().length(token) <= 3;
        return shortWord && !isAllCapitals(text, token) ? null : hit;
    }

    private static boolean startsName(AnalyzedText text, int token) {
        return isCapital(text.tokens(), token);
    }

    private static boolean isCapital(Tokens tokens, int token) {
        return tokens.kind(token) == Tokens.Kind.WORD && Character.isUpperCase(tokens.firstChar(token));
    }

    private static boolean isAllCapitals(AnalyzedText text, int token) {
        boolean letter = false;
        for (int i = text.tokens().start(token); i < text.tokens().end(token); i++) {
            char c = text.text().charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            letter |= Character.isUpperCase(c);
        }
        return letter;
    }
}
