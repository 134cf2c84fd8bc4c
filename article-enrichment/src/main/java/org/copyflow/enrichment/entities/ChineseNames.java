package org.copyflow.enrichment.entities;

import java.util.BitSet;
import java.util.List;
import org.copyflow.enrichment.entities.Gazetteer.Known;
import org.copyflow.enrichment.entities.chinese.ChineseTagger;
import org.copyflow.enrichment.entities.chinese.SimplifiedText;
import org.copyflow.enrichment.entities.cues.NounCues;
import org.copyflow.enrichment.entities.cues.QuotedTitles;
import org.copyflow.enrichment.lexicon.PhraseTable.Hit;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.enrichment.text.Tokens;
import org.copyflow.events.article.Entity;

/// Finds names in Chinese: what the trained tagger finds, and links what is known. Thread-safe.
final class ChineseNames {

    private static final int SHORTEST_PERSON = 2;
    private static final int LONGEST_PERSON = 3;

    private final Gazetteer gazetteer;
    private final SimplifiedText simplified = new SimplifiedText();
    private final QuotedTitles titles = new QuotedTitles(new NounCues());
    private final ChineseTagger tagger = ChineseTagger.load();

    ChineseNames(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    void find(AnalyzedText original, List<Sentence> sentences, NamesFound found) {
        AnalyzedText text = simplified.of(original);
        var names = new NamesFound();
        findSimplified(text, sentences, names);
        names.mentions().forEach(mention -> found.add(mention.in(original.text())));
    }

    private void findSimplified(AnalyzedText text, List<Sentence> sentences, NamesFound found) {
        ChineseTagger.Tagging tagging = tagger.of(text);
        for (Sentence sentence : sentences) {
            var open = new int[] {sentence.firstToken()};
            var inTitles = new BitSet();
            titles.findChinese(text, sentence, (first, end) -> {
                inTitles.set(first, end);
                add(text, first, end, Entity.Type.WORK, found);
            });
            tagging.find(sentence, (first, end, kind) -> {
                Entity.Type type = kind == null ? null : Mention.type(kind);
                if (type != null && !inTitles.get(first)) {
                    int last = type == Entity.Type.PERSON ? withoutSpeech(text, first, end) : end;
                    known(text, open[0], first, inTitles, found);
                    add(text, first, last, type, found);
                    open[0] = last;
                }
            });
            known(text, open[0], sentence.endToken(), inTitles, found);
        }
    }

    /// Adds what the tagger passes over: names known beforehand, and persons who speak.
    private void known(AnalyzedText text, int first, int end, BitSet inTitles, NamesFound found) {
        for (int token = first; token < end; token++) {
            if (inTitles.get(token)) {
                continue;
            }
            int speaker = endOfSpeaker(text, token, end);
            if (speaker > token) {
                add(text, token, speaker, Entity.Type.PERSON, found);
                token = speaker - 1;
                continue;
            }
            Hit<Known> known = gazetteer.names().longest(text, token, end);
            if (known != null && known.endToken() > token + 1) {
                boolean people = known.endToken() < text.tokens().count()
                        && gazetteer.chinesePeoples.has(text, known.endToken());
                if (!people) {
                    add(text, token, known.endToken(), known.value().type(), found);
                }
                token = known.endToken() - 1;
            }
        }
    }

    /// Where a person's name ends to whose end the tagger has taken a word of speech, which no name ends in.
    private int withoutSpeech(AnalyzedText text, int first, int end) {
        boolean speaks = end - first > SHORTEST_PERSON && gazetteer.chineseSpeech.longest(text, end - 1, end) != null;
        return speaks ? end - 1 : end;
    }

    /// The token after a person's name that begins here and that a word of speech follows; the token itself where none
    /// does.
    private int endOfSpeaker(AnalyzedText text, int first, int end) {
        for (int after = Math.min(end, first + LONGEST_PERSON); after >= first + SHORTEST_PERSON; after--) {
            if (gazetteer.chineseSpeech.longest(text, after, text.tokens().count()) != null
                    && tagger.isPerson(text, first, after)) {
                return after;
            }
        }
        return first;
    }

    private void add(AnalyzedText text, int first, int endToken, Entity.Type type, NamesFound found) {
        Tokens tokens = text.tokens();
        int start = tokens.start(first);
        int end = tokens.end(endToken - 1);
        Known known = gazetteer.names().of(text.text(), start, end);
        String id = known != null && known.type() == type ? known.id() : null;
        found.add(new Mention(start, end, text.text().substring(start, end), type, false, id));
    }
}
