package org.copyflow.enrichment.entities.tagging;

import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;

/// Finds names by a trained model: the likeliest labels of each stretch with capitals, by Viterbi's algorithm.
/// Immutable, thread-safe.
public final class NameTagger {

    private final NameModel model;
    private final NameFeatures.Knowledge knowledge = NameFeatures.Knowledge.load();
    private final Stretches stretches = new Stretches(knowledge.names());

    public NameTagger(NameModel model) {
        this.model = model;
    }

    /// Takes each token that a model may look at, with its features.
    public interface Seen {

        /// @param features the first `count` are set; used again for the next token
        void token(int token, int[] features, int count, boolean endsStretch);
    }

    /// Tags the sentences of one article. Not thread-safe.
    public final class Tagging {

        private final AnalyzedText text;
        private final WordHashes words;
        private final NameFeatures features;
        private final int[] ofToken = new int[NameFeatures.MOST];
        private final NamePath path;

        private Tagging(AnalyzedText text) {
            this.text = text;
            words = WordHashes.of(text);
            features = new NameFeatures(text, words, knowledge);
            path = new NamePath(model, features::of);
        }

        /// Gives each name, and the runs of words with capitals that are in none.
        public void find(Sentence sentence, NamePath.Found found) {
            int start = stretches.start(text, words, sentence.firstToken(), sentence);
            if (start < sentence.endToken()) {
                features.enter(sentence);
            }
            while (start < sentence.endToken()) {
                int end = stretches.end(text, words, start, sentence);
                features.enterStretch(start, end);
                find(start, end, found);
                start = stretches.start(text, words, end, sentence);
            }
        }

        /// Shows what a model would see, for training.
        public void see(Sentence sentence, Seen seen) {
            features.enter(sentence);
            int start = stretches.start(text, words, sentence.firstToken(), sentence);
            while (start < sentence.endToken()) {
                int end = stretches.end(text, words, start, sentence);
                features.enterStretch(start, end);
                for (int t = start; t < end; t++) {
                    seen.token(t, ofToken, features.of(t, ofToken), t + 1 == end);
                }
                start = stretches.start(text, words, end, sentence);
            }
        }

        private void find(int start, int end, NamePath.Found found) {
            var run = new int[] {end, end};
            path.find(start, end, (first, after, kind) -> {
                boolean unnamed = kind == null && Stretches.isCapital(text, first);
                if (!unnamed && run[0] < run[1]) {
                    found.name(run[0], run[1], null);
                }
                if (kind != null) {
                    found.name(first, after, kind);
                }
                run[0] = !unnamed ? after : run[0] < run[1] ? run[0] : first;
                run[1] = after;
            });
            if (run[0] < run[1]) {
                found.name(run[0], run[1], null);
            }
        }
    }

    public Tagging of(AnalyzedText text) {
        return new Tagging(text);
    }
}
