package org.copyflow.benchmarks.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.copyflow.enrichment.entities.chinese.ChineseTagger;
import org.copyflow.enrichment.entities.tagging.NameKind;
import org.copyflow.enrichment.entities.tagging.NameModel;
import org.copyflow.enrichment.entities.tagging.NameTagger;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.TextAnalyzer;
import org.copyflow.enrichment.text.Tokens;
import org.jspecify.annotations.Nullable;

/// Reads labelled texts and gives the stretches that the tagger would look at, with features and labels.
final class LabelledStretches {

    /// A stretch: the hashes of each token's features, and its labels.
    ///
    /// @param byHand did people label it, and no teacher?
    @SuppressWarnings("ArrayRecordComponent") // made once and only read, millions of numbers
    record Stretch(int[][] features, StretchTruth truth, boolean byHand) {}

    /// One text in so many is learnt in small letters too.
    private static final int TEXTS_A_SMALL_ONE = 6;

    /// Marks that a teacher may take into a name and that part two.
    private static final Set<String> PARTING = Set.of("(", ")", "[", "]", "\"", "“", "”", "—", "–", ":", ";");

    private static final Set<String> ARTICLES = Set.of("the", "a", "an");

    private final String language;
    private final Function<AnalyzedText, Sight> tagger;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<int[]> features = new ArrayList<>();
    private final List<Byte> labels = new ArrayList<>();

    private LabelledStretches(String language, Function<AnalyzedText, Sight> tagger) {
        this.language = language;
        this.tagger = tagger;
    }

    /// @param language `en` or `zh`
    static LabelledStretches of(String language) {
        return switch (language) {
            case "en" -> {
                var tagger = new NameTagger(NameModel.untrained());
                yield new LabelledStretches(language, text -> tagger.of(text)::see);
            }
            case "zh" -> {
                var tagger = new ChineseTagger(NameModel.untrained());
                yield new LabelledStretches(language, text -> tagger.of(text)::see);
            }
            default ->
                throw new IllegalArgumentException("no tagger of names in " + language + "; there are en and zh");
        };
    }

    /// Shows the tokens of a text that its tagger looks at.
    private interface Sight {
        void see(AnalyzedText.Sentence sentence, NameTagger.Seen seen);
    }

    List<Stretch> stretches() {
        return stretches;
    }

    void read(Path file) throws IOException {
        int number = 0;
        for (LabelledText labelled : LabelledText.read(file)) {
            read(labelled);
            if (language.equals("en") && !labelled.exact() && number++ % TEXTS_A_SMALL_ONE == 0) {
                read(labelled.inSmallLetters());
            }
        }
    }

    private void read(LabelledText labelled) {
        AnalyzedText analyzed = new TextAnalyzer().analyze(labelled.text(), labelled.blocks(), language);
        byte[] ofToken = labels(analyzed, labelled);
        Sight tagging = tagger.apply(analyzed);
        for (AnalyzedText.Sentence sentence : analyzed.sentences()) {
            tagging.see(sentence, (token, hashes, count, ends) -> {
                features.add(Arrays.copyOf(hashes, count));
                labels.add(ofToken[token]);
                if (ends) {
                    close(labelled.exact());
                }
            });
        }
    }

    private void close(boolean byHand) {
        var own = new byte[labels.size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = labels.get(i);
            int before = i == 0 ? 0 : own[i - 1];
            if (!NameKind.follows(own[i], before)) {
                own[i]--; // what began outside of the stretch begins in it
            }
        }
        stretches.add(new Stretch(
                features.toArray(int[][]::new), new StretchTruth(own, language.equals("zh") || !byHand), byHand));
        features.clear();
        labels.clear();
    }

    private static byte[] labels(AnalyzedText text, LabelledText labelled) {
        Tokens tokens = text.tokens();
        var labels = new byte[tokens.count()];
        for (LabelledText.Name name : labelled.names()) {
            NameKind kind = kind(name.type());
            if (kind == null) {
                continue;
            }
            int end = tokens.atOrAfter(name.end());
            int first = tokens.atOrAfter(name.start());
            for (int t = first; t <= end; t++) {
                if (t == end || PARTING.contains(tokens.text(t))) {
                    label(tokens, first, labelled.exact() ? t : beforePossessive(tokens, first, t), kind, labels);
                    first = t + 1;
                }
            }
        }
        return labels;
    }

    private static int beforePossessive(Tokens tokens, int first, int to) {
        int end = to;
        while (end > first && (tokens.is(end - 1, "'s") || tokens.is(end - 1, "’s"))) {
            end--;
        }
        return end;
    }

    /// Labels a name, without the article before.
    private static void label(Tokens tokens, int from, int end, NameKind kind, byte[] labels) {
        int first = from;
        while (first < end && ARTICLES.contains(tokens.text(first).toLowerCase(Locale.ROOT))) {
            first++;
        }
        for (int t = first; t < end; t++) {
            labels[t] = (byte) (t == first ? kind.first() : kind.following());
        }
    }

    private static @Nullable NameKind kind(String type) {
        return switch (type) {
            case "PERSON", "PER" -> NameKind.PERSON;
            case "ORG" -> NameKind.ORGANISATION;
            case "GPE", "LOC", "FAC" -> NameKind.PLACE;
            case "EVENT" -> NameKind.EVENT;
            case "NORP", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE", "MISC" -> NameKind.OTHER;
            default -> null;
        };
    }
}
