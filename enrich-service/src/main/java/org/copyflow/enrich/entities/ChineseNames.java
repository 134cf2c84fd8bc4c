package org.copyflow.enrich.entities;

import org.copyflow.enrich.entities.Gazetteer.Known;
import org.copyflow.enrich.lexicon.PhraseTable.Hit;
import org.copyflow.enrich.text.AnalyzedText;
import org.copyflow.enrich.text.AnalyzedText.Sentence;
import org.copyflow.enrich.text.Tokens;
import org.copyflow.events.article.Entity;

/// Finds names in Chinese: known places and organisations, organisations by their endings after a known place, persons
/// by their surnames between a title and what people do. Thread-safe.
final class ChineseNames {

    private static final int LONGEST_ORGANISATION = 14;

    private final Gazetteer gazetteer;

    ChineseNames(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    void find(AnalyzedText text, Sentence sentence, NamesFound found) {
        int token = sentence.firstToken();
        while (token < sentence.endToken()) {
            token = at(text, sentence, token, found);
        }
    }

    private int at(AnalyzedText text, Sentence sentence, int token, NamesFound found) {
        if (text.tokens().kind(token) != Tokens.Kind.IDEOGRAPH) {
            return token + 1;
        }
        Hit<Known> known = gazetteer.names().longest(text, token, sentence.endToken());
        if (known != null) {
            int organisation = endOfOrganisation(text, known.endToken(), sentence.endToken());
            if (organisation > 0) {
                add(text, token, organisation, new Known(Entity.Type.ORGANISATION, null), found);
                return organisation;
            }
            if (known.endToken() - token > 1) {
                add(text, token, known.endToken(), known.value(), found);
            }
            return known.endToken();
        }
        Hit<String> title = gazetteer.chineseTitles.longest(text, token, sentence.endToken());
        int afterTitle = title == null ? token : title.endToken();
        int end = endOfPerson(text, afterTitle, sentence.endToken(), title != null);
        if (end > 0) {
            add(text, afterTitle, end, new Known(Entity.Type.PERSON, null), found);
            return end;
        }
        return title == null ? token + 1 : title.endToken();
    }

    /// Two or three characters from a surname on, with a title before or an honorific or speech verb after.
    private int endOfPerson(AnalyzedText text, int token, int limit, boolean titled) {
        if (token >= limit) {
            return 0;
        }
        Hit<String> surname = gazetteer.chineseSurnames.longest(text, token, limit);
        if (surname == null) {
            return 0;
        }
        for (int given = 2; given >= 1; given--) {
            int end = surname.endToken() + given;
            if (end > limit || !allIdeographs(text.tokens(), surname.endToken(), end)) {
                continue;
            }
            boolean closed = end == limit || text.tokens().kind(end) != Tokens.Kind.IDEOGRAPH;
            boolean honoured = end < limit && gazetteer.chineseHonorifics.longest(text, end, limit) != null;
            if (honoured || (titled && (closed || given == 2))) {
                return end;
            }
        }
        return 0;
    }

    private int endOfOrganisation(AnalyzedText text, int token, int limit) {
        int end = Math.min(limit, token + LONGEST_ORGANISATION);
        int found = 0;
        for (int t = token; t < end && text.tokens().kind(t) == Tokens.Kind.IDEOGRAPH; t++) {
            Hit<String> suffix = gazetteer.chineseOrganisationSuffixes.longest(text, t, limit);
            if (suffix != null && suffix.endToken() - t > 1) {
                found = suffix.endToken();
                break;
            }
        }
        return found;
    }

    private static boolean allIdeographs(Tokens tokens, int first, int end) {
        for (int t = first; t < end; t++) {
            if (tokens.kind(t) != Tokens.Kind.IDEOGRAPH) {
                return false;
            }
        }
        return true;
    }

    private static void add(AnalyzedText text, int first, int end, Known known, NamesFound found) {
        int startOffset = text.tokens().start(first);
        int endOffset = text.tokens().end(end - 1);
        String name = text.text().substring(startOffset, endOffset);
        found.add(new Mention(startOffset, endOffset, name, known.type(), known.id()));
    }
}
