package org.copyflow.enrichment.entities;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.enrichment.entities.cues.Acronyms;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.enrichment.text.Tokens;
import org.copyflow.events.article.Entity;

/// Mends names that an acronym in brackets follows: the acronym's letters tell where the name begins. Immutable,
/// thread-safe.
final class ExplainedNames {

    private static final int WORDS_OF_A_BODY = 2;

    private final Gazetteer gazetteer;

    ExplainedNames(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /// @param drafts the names of a sentence, in order
    List<Draft> mend(AnalyzedText text, Sentence sentence, List<Draft> drafts) {
        var mended = new ArrayList<Draft>(drafts.size());
        for (Draft draft : drafts) {
            int start = start(text, sentence, draft);
            if (start >= 0) {
                cut(text, mended, start);
                mended.add(new Draft(start, draft.end(), draft.type()));
            } else if (!isBodyOf(text, sentence, draft)) {
                mended.add(draft);
            }
        }
        return mended;
    }

    /// Where a name begins that an acronym explains otherwise than the tagger does; -1 where none does.
    private static int start(AnalyzedText text, Sentence sentence, Draft draft) {
        Tokens tokens = text.tokens();
        int bracket = draft.end();
        boolean explained = draft.type() == Entity.Type.ORGANISATION
                && bracket + 2 < sentence.endToken()
                && tokens.is(bracket, "(")
                && tokens.is(bracket + 2, ")");
        int start = explained ? Acronyms.start(text, sentence.firstToken(), bracket, bracket + 1) : -1;
        return start == draft.first() ? -1 : start;
    }

    /// Takes away what the explained name begins in; the body of "National Committee of the | Brannock People's Party"
    /// has no name of its own.
    private static void cut(AnalyzedText text, List<Draft> drafts, int start) {
        while (!drafts.isEmpty() && drafts.getLast().end() > start) {
            Draft last = drafts.removeLast();
            int end = Math.min(last.end(), start);
            while (end > last.first() && Character.isLowerCase(text.tokens().firstChar(end - 1))) {
                end--;
            }
            boolean body = end < last.end() && text.tokens().is(end, "of");
            if (end > last.first() && !body) {
                drafts.add(new Draft(last.first(), end, last.type()));
                return;
            }
        }
    }

    /// "… (HSA) National Committee": a body of what the acronym stands for, which has no name of its own.
    private boolean isBodyOf(AnalyzedText text, Sentence sentence, Draft draft) {
        return draft.first() - 2 > sentence.firstToken()
                && draft.words() == WORDS_OF_A_BODY
                && text.tokens().is(draft.first() - 1, ")")
                && gazetteer.organisationWords.has(text, draft.end() - 1);
    }
}
