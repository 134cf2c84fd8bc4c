package org.copyflow.enrichment.entities.chinese;

import org.copyflow.enrichment.entities.tagging.NameFeatures;
import org.copyflow.enrichment.entities.tagging.NameModel;
import org.copyflow.enrichment.entities.tagging.NamePath;
import org.copyflow.enrichment.entities.tagging.NameTagger;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.enrichment.text.Tokens;

/// Finds names in Chinese by a trained model, character by character. Immutable, thread-safe.
public final class ChineseTagger {

    /// Marks that stand inside names.
    private static final String JOINTS = "·‧•・-–.&'’＆－";

    private final NameModel model;
    private final ChineseWords words = new ChineseWords();
    private final KnownWords known = KnownWords.load();

    public ChineseTagger(NameModel model) {
        this.model = model;
    }

    /// The one whose model lies beside this class.
    public static ChineseTagger load() {
        return new ChineseTagger(NameModel.load(ChineseTagger.class, "names-zh.model"));
    }

    /// Tags the sentences of one article. Not thread-safe.
    public final class Tagging {

        private final AnalyzedText text;
        private final ChineseFeatures features;
        private final NamePath path;

        private Tagging(AnalyzedText text) {
            this.text = text;
            features = new ChineseFeatures(text, words, known);
            path = new NamePath(model, features);
        }

        /// Gives each name, and each token that is in none.
        public void find(Sentence sentence, NamePath.Found found) {
            for (int start = start(sentence.firstToken(), sentence); start < sentence.endToken(); ) {
                int end = end(start, sentence);
                features.enter(start, end);
                path.find(start, end, found);
                start = start(end, sentence);
            }
        }

        /// Shows what a model would see, for training.
        public void see(Sentence sentence, NameTagger.Seen seen) {
            var ofToken = new int[NameFeatures.MOST];
            for (int start = start(sentence.firstToken(), sentence); start < sentence.endToken(); ) {
                int end = end(start, sentence);
                features.enter(start, end);
                for (int t = start; t < end; t++) {
                    seen.token(t, ofToken, features.of(t, ofToken), t + 1 == end);
                }
                start = start(end, sentence);
            }
        }

        private int start(int from, Sentence sentence) {
            int token = from;
            while (token < sentence.endToken() && parts(token)) {
                token++;
            }
            return token;
        }

        /// The token after the last one of the stretch: it ends at a mark, or where it gets too long.
        private int end(int start, Sentence sentence) {
            int limit = Math.min(sentence.endToken(), start + NamePath.LONGEST);
            int token = start + 1;
            while (token < limit && !parts(token)) {
                token++;
            }
            return token;
        }

        private boolean parts(int token) {
            return text.tokens().kind(token) == Tokens.Kind.PUNCTUATION
                    && JOINTS.indexOf(text.tokens().firstChar(token)) < 0;
        }
    }

    /// Are the tokens, taken by themselves, one likely name of a person?
    public boolean isPerson(AnalyzedText text, int first, int end) {
        int start = text.tokens().start(first);
        return words.isPerson(text.text(), start, text.tokens().end(end - 1) - start);
    }

    public Tagging of(AnalyzedText text) {
        return new Tagging(text);
    }
}
