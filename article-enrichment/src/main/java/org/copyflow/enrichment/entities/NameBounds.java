package org.copyflow.enrichment.entities;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.enrichment.lexicon.PhraseTable.Hit;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.Tokens;
import org.copyflow.events.article.Entity;

/// Mends where names begin and end: titles before, "London-based" before, "… of Science and Technology of China" that
/// was cut at its small words. Immutable, thread-safe.
final class NameBounds {

    private final Gazetteer gazetteer;

    NameBounds(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /// @param drafts the names of a sentence, in order
    List<Draft> mend(AnalyzedText text, List<Draft> drafts) {
        var mended = new ArrayList<Draft>(drafts.size());
        for (Draft each : drafts) {
            Draft draft = cut(text, each);
            if (draft.words() == 0) {
                continue;
            }
            int title = titleInside(text, draft);
            if (title > draft.first()) {
                mended.add(new Draft(draft.first(), title, Entity.Type.ORGANISATION));
                mended.add(cut(text, new Draft(title, draft.end(), Entity.Type.PERSON)));
                continue;
            }
            int event = eventInside(text, draft);
            if (event > draft.first()) {
                mended.add(new Draft(draft.first(), event, Entity.Type.ORGANISATION));
                mended.add(new Draft(event, draft.end(), Entity.Type.EVENT));
                continue;
            }
            int fields = startOfFields(text, mended, draft);
            if (fields < draft.first()) {
                mended.removeIf(before -> before.first() >= fields);
                mended.add(new Draft(fields, draft.end(), Entity.Type.ORGANISATION));
                continue;
            }
            Draft last = mended.isEmpty() ? null : mended.getLast();
            if (last != null && joins(text, last, draft)) {
                mended.set(mended.size() - 1, new Draft(last.first(), draft.end(), Entity.Type.ORGANISATION));
            } else {
                mended.add(draft);
            }
        }
        mended.replaceAll(draft -> isHeaded(text, draft) ? draft.as(Entity.Type.ORGANISATION) : draft);
        return mended;
    }

    /// Words with capitals that end in an organisation's word, one of them at least no common word.
    private boolean isHeaded(AnalyzedText text, Draft draft) {
        return draft.type() == null
                && draft.words() > 1
                && isHead(text, draft.end() - 1)
                && !gazetteer.noNames.has(text, draft.first())
                && !isCommon(text, draft);
    }

    /// Where a title parts an employer from a person in one stretch: "Harbour Times Editor Maria Kessler".
    private int titleInside(AnalyzedText text, Draft draft) {
        if (draft.type() == null || draft.type() == Entity.Type.EVENT) {
            return draft.first();
        }
        for (int t = draft.first() + 1; t < draft.end() - 1; t++) {
            Hit<String> title = gazetteer.titles.longest(text, t, draft.end());
            int after = title == null ? t : title.endToken();
            boolean person = after > t && after < draft.end() && gazetteer.isGivenName(text, after);
            if (person && !text.tokens().is(t - 1, "of")) {
                return t;
            }
        }
        return draft.first();
    }

    /// "Norway | Science | and | Technology Museum", whose fields the tagger took for no names: where the place before
    /// them begins; where the last draft begins when they are no organisation's.
    private int startOfFields(AnalyzedText text, List<Draft> before, Draft draft) {
        if (before.isEmpty() || !areFields(text, before.getLast(), draft)) {
            return draft.first();
        }
        Draft left = before.getLast();
        if (left.words() > 1) {
            Hit<Gazetteer.Known> known = gazetteer.known(text, left.first(), left.end());
            return known != null && known.value().type() == Entity.Type.PLACE ? left.first() : draft.first();
        }
        if (before.size() == 1) {
            return draft.first();
        }
        Draft place = before.get(before.size() - 2);
        return place.type() == Entity.Type.PLACE && place.end() == left.first() ? place.first() : draft.first();
    }

    private boolean areFields(AnalyzedText text, Draft left, Draft draft) {
        return left.type() == null
                && draft.type() == null
                && draft.words() > 1
                && draft.first() == left.end() + 1
                && text.tokens().is(left.end(), "and")
                && gazetteer.organisationWords.has(text, draft.end() - 1)
                && gazetteer.isCommon(text, left.end() - 1)
                && isCommon(text, draft);
    }

    /// Where a company's name ends and that of its event begins: "Harbour Media Group Spring Festival".
    private int eventInside(AnalyzedText text, Draft draft) {
        boolean event = draft.isOrganisation() || draft.type() == Entity.Type.EVENT;
        if (event && gazetteer.eventEndings.has(text, draft.end() - 1)) {
            for (int t = draft.first() + 1; t < draft.end() - 2; t++) {
                if (gazetteer.companyEndings.has(text, t)) {
                    return t + 1;
                }
            }
        }
        return draft.first();
    }

    private Draft cut(AnalyzedText text, Draft draft) {
        Tokens tokens = text.tokens();
        int first = draft.first();
        if (draft.words() > 1 && endsInSmallPart(text, first)) {
            first++;
        }
        if (draft.isPerson()) {
            Hit<String> title = gazetteer.titles.longest(text, first, draft.end());
            while (title != null && title.endToken() < draft.end()) {
                first = title.endToken();
                first += tokens.is(first, ".") && first + 1 < draft.end() ? 1 : 0;
                title = gazetteer.titles.longest(text, first, draft.end());
            }
        }
        int end = draft.end();
        while (end > first && isMark(tokens, end - 1)) {
            end--;
        }
        if (end > first + 1 && end < tokens.count() && isShortened(text, end)) {
            end++;
        }
        return first == draft.first() && end == draft.end() ? draft : new Draft(first, end, draft.type());
    }

    /// `London-based`, `state-owned`: what stands behind the last hyphen is a word in small letters.
    private static boolean endsInSmallPart(AnalyzedText text, int token) {
        int end = text.tokens().end(token);
        int at = end;
        while (at > text.tokens().start(token)
                && Character.isLowerCase(text.text().charAt(at - 1))) {
            at--;
        }
        return end - at >= 3 && at > text.tokens().start(token) && text.text().charAt(at - 1) == '-';
    }

    /// Is the mark the full stop of an abbreviation that ends a name: "Jr.", "Inc."?
    private boolean isShortened(AnalyzedText text, int mark) {
        return text.tokens().is(mark, ".")
                && !text.tokens().spaceBefore(mark)
                && gazetteer.shortEndings.has(text, mark - 1);
    }

    private static boolean isMark(Tokens tokens, int token) {
        return tokens.kind(token) == Tokens.Kind.PUNCTUATION && !tokens.is(token, ".") && !tokens.is(token, "!");
    }

    /// Is the second the rest of the first, an organisation's name with a small word between?
    private boolean joins(AnalyzedText text, Draft left, Draft right) {
        Tokens tokens = text.tokens();
        int gap = right.first() - left.end();
        if (gap == 0) {
            return isNext(text, left, right);
        }
        if (gap > 2 || right.isPerson()) {
            return false;
        }
        if (gap == 1 && (tokens.is(left.end(), "'s") || tokens.is(left.end(), "’s"))) {
            return gazetteer.groups.has(text, left.end() - 1);
        }
        if (gap == 2 && !tokens.is(left.end() + 1, "the")) {
            return false;
        }
        if (tokens.is(left.end(), "and")) {
            return gap == 1 && isPair(text, left, right);
        }
        if (tokens.is(left.end(), "in")) {
            return right.type() != Entity.Type.PLACE && hasComplement(text, left) && isCommon(text, right);
        }
        boolean dated = tokens.is(left.end(), "on") && gazetteer.noNames.has(text, right.first());
        boolean small = tokens.is(left.end(), "of") || tokens.is(left.end(), "for") || tokens.is(left.end(), "on");
        return small && !dated && (isHead(text, left.end() - 1) || hasComplement(text, left));
    }

    /// "Swedish | Foundation", "… People's Political | Consultative Conference".
    private boolean isNext(AnalyzedText text, Draft left, Draft right) {
        boolean head = right.words() == 1
                && isHead(text, right.first())
                && (right.type() == null || right.isOrganisation())
                && !gazetteer.noNames.has(text, left.first());
        boolean rest = left.isOrganisation()
                && left.words() > 1
                && !right.isPerson()
                && right.type() != Entity.Type.PLACE
                && gazetteer.isCommon(text, left.end() - 1)
                && !isHead(text, left.end() - 1);
        return head || rest;
    }

    /// Two fields of one organisation: "… of Science | and | Technology …", "Science | and | Technology Museum". One
    /// side names what it is, the other does not.
    private boolean isPair(AnalyzedText text, Draft left, Draft right) {
        boolean fields = gazetteer.isCommon(text, left.end() - 1) && gazetteer.isCommon(text, right.first());
        if (!fields || left.isPerson() || left.type() == Entity.Type.PLACE || right.type() == Entity.Type.PLACE) {
            return false;
        }
        if (right.words() == 1 && isHead(text, right.first()) && isHead(text, left.end() - 1)) {
            return left.isOrganisation();
        }
        boolean headBefore = hasComplement(text, left);
        boolean headAfter = isHead(text, right.end() - 1) && right.isOrganisation();
        return headBefore ? !headAfter : headAfter && !isHead(text, left.end() - 1);
    }

    private boolean isHead(AnalyzedText text, int token) {
        return gazetteer.organisationWords.has(text, token) || gazetteer.mediaWords.has(text, token);
    }

    /// Has the name a small word and a field after an organisation's word: "University of Science"?
    private boolean hasComplement(AnalyzedText text, Draft draft) {
        for (int t = draft.first() + 1; t < draft.end() - 1; t++) {
            boolean small = text.tokens().is(t, "of") || text.tokens().is(t, "for");
            if (small && isHead(text, t - 1)) {
                return true;
            }
        }
        return false;
    }

    /// Are all words such that English writes them in small letters elsewhere?
    private boolean isCommon(AnalyzedText text, Draft draft) {
        for (int t = draft.first(); t < draft.end(); t++) {
            if (!gazetteer.isCommon(text, t)) {
                return false;
            }
        }
        return true;
    }
}
