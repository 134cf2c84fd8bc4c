package org.copyflow.enrichment.entities.tagging;

import java.util.stream.IntStream;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.jspecify.annotations.Nullable;

/// Finds names by a trained model: the likeliest labels of each stretch with capitals, by Viterbi's algorithm.
/// Immutable, thread-safe.
public final class NameTagger {

    private static final int L = NameKind.LABELS;

    /// The labels that each label may follow, ascending.
    private static final int[][] BEFORE = IntStream.range(0, L)
            .mapToObj(label -> IntStream.range(0, L)
                    .filter(before -> NameKind.follows(label, before))
                    .toArray())
            .toArray(int[][]::new);

    private final NameModel model;
    private final NameLexicon lexicon = new NameLexicon();
    private final Stretches stretches = new Stretches();

    public NameTagger(NameModel model) {
        this.model = model;
    }

    /// Takes each name that is found.
    public interface Found {

        /// @param endToken the token after its last
        /// @param kind absent for words that have capitals and are in no name
        void name(int firstToken, int endToken, @Nullable NameKind kind);
    }

    /// Takes each token that a model may look at, with its features.
    public interface Seen {

        /// @param features the first `count` are set; used again for the next token
        void token(int token, int[] features, int count, boolean endsStretch);
    }

    /// Tags the sentences of one article. Not thread-safe.
    public final class Tagging {

        private final AnalyzedText text;
        private final NameFeatures features;
        private final int[] ofToken = new int[NameFeatures.MOST];
        private final int[] sums = new int[L];
        private final float[] best = new float[Stretches.LONGEST * L];
        private final byte[] from = new byte[Stretches.LONGEST * L];
        private final int[] labels = new int[Stretches.LONGEST];

        private Tagging(AnalyzedText text) {
            this.text = text;
            features = new NameFeatures(text, lexicon);
        }

        public void find(Sentence sentence, Found found) {
            int start = stretches.start(text, sentence.firstToken(), sentence);
            if (start < sentence.endToken()) {
                features.enter(sentence);
            }
            while (start < sentence.endToken()) {
                int end = stretches.end(text, start, sentence);
                label(start, end);
                report(start, end, found);
                start = stretches.start(text, end, sentence);
            }
        }

        /// Shows what a model would see, for training.
        public void see(Sentence sentence, Seen seen) {
            features.enter(sentence);
            int start = stretches.start(text, sentence.firstToken(), sentence);
            while (start < sentence.endToken()) {
                int end = stretches.end(text, start, sentence);
                for (int t = start; t < end; t++) {
                    seen.token(t, ofToken, features.of(t, ofToken), t + 1 == end);
                }
                start = stretches.start(text, end, sentence);
            }
        }

        private void label(int start, int end) {
            for (int i = 0; i < end - start; i++) {
                model.score(ofToken, features.of(start + i, ofToken), sums);
                for (int label = 0; label < L; label++) {
                    step(i, label);
                }
            }
            int last = end - start - 1;
            int label = 0;
            for (int other = 1; other < L; other++) {
                label = best[last * L + other] > best[last * L + label] ? other : label;
            }
            for (int i = last; i >= 0; i--) {
                labels[i] = label;
                label = from[i * L + label];
            }
        }

        private void step(int i, int label) {
            int fromLabel = NameKind.OUTSIDE;
            float score = Float.NEGATIVE_INFINITY;
            for (int before : BEFORE[label]) {
                if (i == 0 && before != NameKind.OUTSIDE) {
                    break;
                }
                float reached = (i == 0 ? 0 : best[(i - 1) * L + before]) + model.transition(before, label);
                if (reached > score) {
                    score = reached;
                    fromLabel = before;
                }
            }
            best[i * L + label] = score + sums[label] * model.scale();
            from[i * L + label] = (byte) fromLabel;
        }

        private void report(int start, int end, Found found) {
            int first = start;
            while (first < end) {
                int label = labels[first - start];
                int after = first + 1;
                if (label != NameKind.OUTSIDE) {
                    while (after < end && goesOn(labels[after - start])) {
                        after++;
                    }
                    found.name(first, after, NameKind.ofLabel(label));
                } else if (Stretches.isCapital(text, first)) {
                    while (after < end && labels[after - start] == 0 && Stretches.isCapital(text, after)) {
                        after++;
                    }
                    found.name(first, after, null);
                }
                first = after;
            }
        }

        private static boolean goesOn(int label) {
            return label != NameKind.OUTSIDE && !NameKind.isFirst(label);
        }
    }

    public Tagging of(AnalyzedText text) {
        return new Tagging(text);
    }
}
