package org.copyflow.enrichment.entities;

import java.util.List;
import org.copyflow.enrichment.entities.Gazetteer.Known;
import org.copyflow.enrichment.entities.cues.NameWords;
import org.copyflow.enrichment.entities.cues.NounCues;
import org.copyflow.enrichment.entities.cues.QuotedTitles;
import org.copyflow.enrichment.lexicon.PhraseTable.Hit;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.enrichment.text.Tokens;
import org.copyflow.events.article.Entity;

/// What stands around a name and in it, and tells for sure of what kind it is. Immutable, thread-safe.
final class NameEvidence {

    private static final int MOST_WORDS_OF_A_PERSON = 4;
    private static final int MOST_WORDS_OF_A_TITLE = 3;
    private static final int LONGEST_DATELINE = 14;
    private static final int LONGEST_NUMBER_OF_A_NAME = 3;

    private final Gazetteer gazetteer;
    private final NounCues nouns = new NounCues();
    final QuotedTitles titles = new QuotedTitles(nouns);
    private final NameWords words;

    NameEvidence(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        words = new NameWords(gazetteer.organisationWords);
    }

    Draft weigh(AnalyzedText text, Sentence sentence, Draft draft) {
        if (draft.type() == null) {
            return weighUnknown(text, sentence, draft);
        }
        if (isNoName(text, sentence, draft)) {
            return draft.as(null);
        }
        int model = endOfModel(text, draft, sentence);
        if (model > draft.first() && !draft.isPerson()) {
            return new Draft(draft.first(), model, Entity.Type.PRODUCT, true);
        }
        Hit<Known> known = gazetteer.known(text, draft.first(), draft.end());
        if (known == null || known.endToken() < draft.end()) {
            return weighUnlisted(text, sentence, draft);
        }
        boolean listed = draft.isPerson() || known.value().id() != null;
        return listed ? draft.as(known.value().type()) : draft;
    }

    /// Where a maker's model ends that begins as the draft does and holds all of it; the draft's start where there is
    /// none.
    private int endOfModel(AnalyzedText text, Draft draft, Sentence sentence) {
        for (int maker = draft.first() + 1; maker <= draft.end(); maker++) {
            int end = words.endOfModel(text, draft.first(), maker, sentence.endToken());
            if (end > maker && end >= draft.end()) {
                return end;
            }
        }
        return draft.first();
    }

    private boolean isNoName(AnalyzedText text, Sentence sentence, Draft draft) {
        if (draft.words() > 1) {
            return false;
        }
        boolean listed = gazetteer.noNames.has(text, draft.first())
                && gazetteer.known(text, draft.first(), draft.end()) == null; // "US" is known, "us" is not
        return (listed && !draft.isPerson())
                || gazetteer.currencies.contains(text.tokens().text(draft.first()))
                || isIdentifier(text, draft, sentence)
                || isPrize(text, draft, sentence);
    }

    /// What the tagger took for a name that is not known beforehand.
    private Draft weighUnlisted(AnalyzedText text, Sentence sentence, Draft draft) {
        NameWords.Verdict verdict = words.of(text, draft.first(), draft.end(), draft.type());
        if (verdict != null && verdict.kind() != null) {
            return draft.surely(verdict.kind());
        }
        boolean organised = isOrganised(text, draft);
        Entity.Type told = nouns.kind(text, sentence, draft.first(), draft.end());
        if (told != null && isBelieved(draft, told, organised)) {
            return whole(text, sentence, draft, told).surely(told);
        }
        if (verdict != null) {
            return draft.as(null);
        }
        boolean person = !draft.isPerson()
                && !organised
                && draft.words() > 1
                && draft.words() <= MOST_WORDS_OF_A_PERSON
                && gazetteer.isGivenName(text, draft.first())
                && isPresented(text, draft.end(), sentence);
        if (person) {
            return draft.as(Entity.Type.PERSON);
        }
        boolean headed = gazetteer.organisationWords.has(text, draft.end() - 1);
        return draft.isPerson() && headed && draft.words() > 1 && !gazetteer.firstNames.has(text, draft.first())
                ? draft.as(Entity.Type.ORGANISATION)
                : draft;
    }

    private boolean isOrganised(AnalyzedText text, Draft draft) {
        boolean organised = false;
        for (int t = draft.first(); t < draft.end(); t++) {
            organised |=
                    gazetteer.organisationWords.has(text, t) || text.tokens().is(t, "of");
        }
        return organised;
    }

    /// What the tagger passed over, or took for a people, a product, a law.
    private Draft weighUnknown(AnalyzedText text, Sentence sentence, Draft draft) {
        boolean small = gazetteer.noNames.has(text, draft.first()) || gazetteer.titles.has(text, draft.first());
        if (draft.words() == 1 && small) {
            return draft;
        }
        NameWords.Verdict verdict = words.of(text, draft.first(), draft.end(), null);
        if (verdict != null) {
            return draft.surely(verdict.kind());
        }
        Entity.Type told = nouns.kind(text, sentence, draft.first(), draft.end());
        return told == null || told == Entity.Type.PERSON
                ? draft
                : whole(text, sentence, draft, told).surely(told);
    }

    /// With what the tagger cuts off: "a prototype named Brannock | 3.", "the album Meet | Odalys Brannock".
    private static Draft whole(AnalyzedText text, Sentence sentence, Draft draft, Entity.Type told) {
        int end = draft.end();
        while (told == Entity.Type.WORK
                && end < sentence.endToken()
                && text.tokens().kind(end) == Tokens.Kind.WORD
                && Character.isUpperCase(text.tokens().firstChar(end))) {
            end++;
        }
        return end > draft.end() ? new Draft(draft.first(), end, draft.type()) : numbered(text, sentence, draft);
    }

    /// "a prototype named Brannock | 3.": with the number that ends it.
    private static Draft numbered(AnalyzedText text, Sentence sentence, Draft draft) {
        Tokens tokens = text.tokens();
        int number = draft.end();
        boolean ends = number + 1 < sentence.endToken()
                && tokens.kind(number) == Tokens.Kind.NUMBER
                && tokens.length(number) <= LONGEST_NUMBER_OF_A_NAME
                && (tokens.is(number + 1, ".") || tokens.is(number + 1, ","));
        return ends ? new Draft(draft.first(), number + 1, draft.type()) : draft;
    }

    /// Is a noun beside the name to be believed against the tagger?
    private static boolean isBelieved(Draft draft, Entity.Type told, boolean organised) {
        boolean madeByMan = told == Entity.Type.PRODUCT || told == Entity.Type.WORK;
        return switch (draft.type()) {
            case PERSON -> true;
            case ORGANISATION ->
                told == Entity.Type.ORGANISATION
                        || (!organised
                                && draft.words() <= MOST_WORDS_OF_A_PERSON
                                && (told != Entity.Type.PERSON || draft.words() > 1));
            case PLACE -> madeByMan || told == Entity.Type.PLACE;
            case null, default -> false;
        };
    }

    /// The first token of the title that ends right before a token; the token itself where none does.
    int titleBefore(AnalyzedText text, int first, Sentence sentence) {
        for (int start = Math.max(sentence.firstToken(), first - MOST_WORDS_OF_A_TITLE); start < first; start++) {
            Hit<String> title = gazetteer.titles.longest(text, start, first);
            if (title != null && title.endToken() == first) {
                return start;
            }
        }
        return first;
    }

    /// A dateline opens a paragraph with a place in capitals and ends in a dash: "BRNO, Nov. 5 (Xinhua) —".
    void dateline(AnalyzedText text, Sentence sentence, List<Draft> drafts) {
        Tokens tokens = text.tokens();
        Draft first = drafts.getFirst();
        int end = first.first();
        while (end < sentence.endToken() && isLoud(text, end)) {
            end++;
        }
        if (first.first() != sentence.firstToken() || end == first.first() || tokens.length(first.first()) < 3) {
            return;
        }
        boolean dashed = false;
        int limit = Math.min(sentence.endToken(), end + LONGEST_DATELINE);
        for (int t = end; t < limit && !dashed; t++) {
            dashed = tokens.is(t, "—") || tokens.is(t, "–") || (tokens.is(t, "-") && tokens.spaceBefore(t));
        }
        boolean parted = end < limit && (dashed && !Character.isLowerCase(tokens.firstChar(end)));
        if (!parted) {
            return;
        }
        int over = end;
        drafts.removeIf(draft -> draft.first() < over);
        drafts.addFirst(new Draft(sentence.firstToken(), end, Entity.Type.PLACE));
    }

    boolean isAcronym(AnalyzedText text, int token) {
        return text.tokens().kind(token) == Tokens.Kind.WORD
                && text.tokens().length(token) <= 8
                && capitals(text, token) > 1;
    }

    private static boolean isLoud(AnalyzedText text, int token) {
        return text.tokens().kind(token) == Tokens.Kind.WORD
                && capitals(text, token) == text.tokens().length(token);
    }

    private static int capitals(AnalyzedText text, int token) {
        int capitals = 0;
        for (int i = text.tokens().start(token); i < text.tokens().end(token); i++) {
            capitals += Character.isUpperCase(text.text().charAt(i)) ? 1 : 0;
        }
        return capitals;
    }

    /// "Maria Kessler, a pilot at …", "Maria Kessler, director of …": people are presented so.
    private boolean isPresented(AnalyzedText text, int end, Sentence sentence) {
        Tokens tokens = text.tokens();
        if (end + 2 >= sentence.endToken() || !tokens.is(end, ",")) {
            return false;
        }
        int from = end + 1;
        from += tokens.is(from, "a") || tokens.is(from, "an") || tokens.is(from, "the") ? 1 : 0;
        int limit = Math.min(sentence.endToken(), from + MOST_WORDS_OF_A_TITLE);
        for (int t = from; t < limit; t++) {
            if (gazetteer.titles.longest(text, t, sentence.endToken()) != null) {
                return true;
            }
        }
        return tokens.is(end + 1, "who");
    }

    /// "Brannock medalist": the name of a prize, which is nobody who acts here.
    private boolean isPrize(AnalyzedText text, Draft draft, Sentence sentence) {
        return draft.words() == 1 && draft.end() < sentence.endToken() && gazetteer.prizes.has(text, draft.end());
    }

    /// `HW-7718`, `HW:7718`, `HW 7718.`: one short word in capitals with a number glued to it.
    private static boolean isIdentifier(AnalyzedText text, Draft draft, Sentence sentence) {
        Tokens tokens = text.tokens();
        int next = draft.end();
        if (draft.words() > 1 || next + 1 >= sentence.endToken() || tokens.spaceBefore(next)) {
            return false;
        }
        boolean mark = tokens.is(next, ":") || tokens.is(next, "-") || tokens.is(next, "/") || tokens.is(next, "#");
        return mark && !tokens.spaceBefore(next + 1) && tokens.kind(next + 1) == Tokens.Kind.NUMBER;
    }
}
