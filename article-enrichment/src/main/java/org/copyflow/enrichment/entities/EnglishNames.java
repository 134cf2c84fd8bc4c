package org.copyflow.enrichment.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.copyflow.enrichment.entities.Gazetteer.Known;
import org.copyflow.enrichment.entities.tagging.NameKind;
import org.copyflow.enrichment.entities.tagging.NameModel;
import org.copyflow.enrichment.entities.tagging.NameTagger;
import org.copyflow.enrichment.lexicon.PhraseTable.Hit;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.enrichment.text.Tokens;
import org.copyflow.events.article.Entity;
import org.jspecify.annotations.Nullable;

/// Finds names in languages that write them with capitals: what the trained tagger finds, mended by what is known of
/// names, titles, datelines and acronyms. Thread-safe.
final class EnglishNames {

    private final Gazetteer gazetteer;
    private final NameTagger tagger = new NameTagger(NameModel.load(NameTagger.class, "names-en.model"));
    private final NameBounds bounds;
    private final NameEvidence evidence;
    private final ExplainedNames explained;

    EnglishNames(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.bounds = new NameBounds(gazetteer);
        this.evidence = new NameEvidence(gazetteer);
        this.explained = new ExplainedNames(gazetteer);
    }

    void find(AnalyzedText text, List<Sentence> sentences, NamesFound found) {
        NameTagger.Tagging tagging = tagger.of(text);
        var drafts = new ArrayList<Draft>();
        int block = -1;
        for (Sentence sentence : sentences) {
            drafts.clear();
            tagging.find(sentence, (first, end, kind) -> draft(text, first, end, kind, drafts));
            if (!drafts.isEmpty()) {
                if (sentence.block() != block) {
                    evidence.dateline(text, sentence, drafts);
                }
                List<Draft> mended = bounds.mend(text, known(text, sentence, drafts));
                mended = explained.mend(text, sentence, mended);
                report(text, sentence, withTitles(text, sentence, mended), found);
            }
            block = sentence.block();
        }
    }

    /// Notes what the tagger found; where it found nothing, what is known beforehand.
    private void draft(AnalyzedText text, int first, int end, @Nullable NameKind kind, List<Draft> drafts) {
        if (kind != null) {
            drafts.add(new Draft(first, end, Mention.type(kind)));
            return;
        }
        int start = first;
        for (int token = first; token < end; token++) {
            Hit<Known> known = gazetteer.known(text, token, end);
            if (known != null && !gazetteer.isCommon(text, known.endToken() - 1)) {
                if (start < token) {
                    drafts.add(new Draft(start, token, null));
                }
                drafts.add(new Draft(token, known.endToken(), known.value().type()));
                start = known.endToken();
                token = start - 1;
            }
        }
        if (start < end) {
            drafts.add(new Draft(start, end, null));
        }
    }

    /// Puts names of several words that are known beforehand in the place of what the tagger made of them.
    private List<Draft> known(AnalyzedText text, Sentence sentence, List<Draft> drafts) {
        var kept = new ArrayList<Draft>(drafts.size());
        int over = sentence.firstToken();
        for (Draft draft : drafts) {
            if (draft.end() <= over) {
                continue;
            }
            Draft whole = draft.first() < over ? draft.from(over) : draft;
            for (int t = whole.first(); t < whole.end(); t++) {
                Hit<Known> hit = gazetteer.names().longest(text, t, sentence.endToken());
                if (hit != null && hit.endToken() > Math.max(t + 1, whole.end())) {
                    whole = new Draft(
                            whole.isOrganisation() ? whole.first() : t,
                            hit.endToken(),
                            hit.value().type());
                }
            }
            kept.add(whole);
            over = whole.end();
        }
        return kept;
    }

    /// Puts the titles of works in the place of the names in them.
    private List<Draft> withTitles(AnalyzedText text, Sentence sentence, List<Draft> drafts) {
        evidence.titles.find(text, sentence, (first, end) -> {
            drafts.removeIf(draft -> draft.first() < end && draft.end() > first);
            drafts.add(new Draft(first, end, Entity.Type.WORK, true));
            drafts.sort(Comparator.comparingInt(Draft::first));
        });
        return drafts;
    }

    private void report(AnalyzedText text, Sentence sentence, List<Draft> drafts, NamesFound found) {
        int over = sentence.firstToken();
        for (Draft each : drafts) {
            if (each.first() < over) {
                continue;
            }
            Draft draft = evidence.weigh(text, sentence, each);
            over = draft.end();
            String name = name(text, draft);
            if (draft.type() == null && (draft.first() == sentence.firstToken() || name.length() < 2)) {
                continue;
            }
            Tokens tokens = text.tokens();
            found.add(new Mention(
                    tokens.start(draft.first()),
                    tokens.end(draft.end() - 1),
                    name,
                    draft.type(),
                    draft.sure(),
                    id(text, draft)));
            if (draft.isPerson() && draft.words() == 1) {
                titled(text, sentence, draft, found);
            }
            acronym(text, sentence, draft, found);
        }
    }

    /// Which one it is, where its whole name is known.
    private @Nullable String id(AnalyzedText text, Draft draft) {
        Hit<Known> known = gazetteer.known(text, draft.first(), draft.end());
        if (known == null || known.endToken() < draft.end() || known.value().type() != draft.type()) {
            return null;
        }
        return known.value().id();
    }

    /// "President Xi": the title tells who it is where the name is a surname only.
    private void titled(AnalyzedText text, Sentence sentence, Draft draft, NamesFound found) {
        int start = evidence.titleBefore(text, draft.first(), sentence);
        if (start < draft.first() && Character.isUpperCase(text.tokens().firstChar(start))) {
            found.titled(name(text, draft), name(text, draft.from(start)));
        }
    }

    /// "Chinese Academy of Sciences (CAS)"; of "direct investment (FDI)" it notes that it is nobody's name.
    private void acronym(AnalyzedText text, Sentence sentence, Draft draft, NamesFound found) {
        Tokens tokens = text.tokens();
        int token = draft.end() + 1;
        if (token + 1 < sentence.endToken()
                && draft.words() > 1
                && draft.type() != null
                && !draft.isPerson()
                && tokens.is(token - 1, "(")
                && evidence.isAcronym(text, token)
                && (tokens.is(token + 1, ")") || tokens.is(token + 1, ",") || tokens.is(token + 1, ";"))) {
            found.acronym(tokens.text(token), name(text, draft));
        }
        if (draft.words() == 1
                && draft.first() > sentence.firstToken()
                && tokens.is(draft.first() - 1, "(")
                && evidence.isAcronym(text, draft.first())
                && draft.end() < sentence.endToken()
                && tokens.is(draft.end(), ")")) {
            found.explained(tokens.text(draft.first()));
        }
    }

    private static String name(AnalyzedText text, Draft draft) {
        return text.text()
                .substring(text.tokens().start(draft.first()), text.tokens().end(draft.end() - 1));
    }
}
