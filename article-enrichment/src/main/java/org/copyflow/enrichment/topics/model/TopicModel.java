package org.copyflow.enrichment.topics.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.Tokens;

/// A language's model of topics: a linear one over words and one over embeddings, each for the concepts of the second
/// level (and of the top level, where seeds go no deeper); how probable a concept of the top level is, is the sum over
/// those below it. Beside them, a profile of each concept at any level. Immutable, thread-safe.
///
/// A file: gzip of the format's version, the model's version, the vocabulary, the linear model, the profiles, the
/// weights over embeddings and the sharpness.
///
/// @param version of the model, for the article's `pipeline`
/// @param vocabulary the features that it knows
/// @param words for each concept, over words
/// @param profiles of concepts at any level
/// @param head for each concept, over embeddings
/// @param sharpness what makes probabilities of scores true
public record TopicModel(
        String version,
        Vocabulary vocabulary,
        LinearModel words,
        ConceptProfiles profiles,
        EmbeddingHead head,
        Sharpness sharpness) {

    private static final int FORMAT = 3;

    /// What closeness to profiles is multiplied by before it becomes a probability: so that what is shown is about as
    /// often right as its confidence says, by articles that were written for measuring.
    private static final double CLOSE = 80;

    /// What scores are multiplied by before they become probabilities.
    ///
    /// @param alone the words' scores where only they are known
    /// @param beside the words' scores beside those of an embedding
    /// @param embedding the scores of the embedding
    public record Sharpness(float alone, float beside, float embedding) {

        private static Sharpness read(DataInput in) throws IOException {
            return new Sharpness(in.readFloat(), in.readFloat(), in.readFloat());
        }

        private void write(DataOutput out) throws IOException {
            out.writeFloat(alone);
            out.writeFloat(beside);
            out.writeFloat(embedding);
        }
    }

    /// The model of a language, `en` or `zh`, that comes with Copyflow.
    public static TopicModel known(String language) {
        String name = "topics-" + language + ".model";
        try (InputStream in = TopicModel.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + TopicModel.class.getName());
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    public static TopicModel read(InputStream file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(file), 1 << 16))) {
            int format = in.readInt();
            if (format != FORMAT) {
                throw new IOException("a model of topics in format " + format + ", not " + FORMAT);
            }
            String version = in.readUTF();
            Vocabulary vocabulary = Vocabulary.read(in);
            LinearModel words = LinearModel.read(in);
            ConceptProfiles profiles = ConceptProfiles.read(in);
            EmbeddingHead head = EmbeddingHead.read(in);
            return new TopicModel(version, vocabulary, words, profiles, head, Sharpness.read(in));
        }
    }

    public void write(OutputStream file) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(file), 1 << 16))) {
            out.writeInt(FORMAT);
            out.writeUTF(version);
            vocabulary.write(out);
            words.write(out);
            profiles.write(out);
            head.write(out);
            sharpness.write(out);
        }
    }

    /// What the article's words say.
    public Beliefs byWords(FeatureVector article) {
        double[] scores = words.scores(article);
        for (int i = 0; i < scores.length; i++) {
            scores[i] *= sharpness.alone;
        }
        return Beliefs.of(words.concepts(), scores);
    }

    /// What its words and its embedding say together: the product of what each says.
    public Beliefs byWordsAndEmbedding(FeatureVector article, float[] embedding) {
        double[] scores = words.scores(article);
        double[] embedded = head.scores(embedding);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = scores[i] * sharpness.beside + embedded[i] * sharpness.embedding;
        }
        return Beliefs.of(words.concepts(), scores);
    }

    /// What its closeness to profiles says, of concepts at any level.
    public Beliefs byProfiles(FeatureVector article) {
        double[] scores = profiles.closeness(vocabulary.rarer(article));
        for (int i = 0; i < scores.length; i++) {
            scores[i] *= CLOSE;
        }
        return Beliefs.of(profiles.concepts(), scores);
    }

    /// The words that speak most for some of the linear model's concepts, the strongest first.
    ///
    /// @param texts the article's title and its text
    public List<String> strongest(List<AnalyzedText> texts, Set<String> concepts, int most) {
        int[] numbers = IntStream.range(0, words.concepts().size())
                .filter(number -> concepts.contains(words.concepts().get(number)))
                .toArray();
        return strongest(
                texts,
                most,
                feature -> Arrays.stream(numbers)
                        .mapToDouble(number -> words.weight(feature, number))
                        .max()
                        .orElse(0));
    }

    /// The words that bring an article closest to a concept's profile, the strongest first.
    ///
    /// @param texts the article's title and its text
    public List<String> closest(List<AnalyzedText> texts, String concept, int most) {
        int number = profiles.concepts().indexOf(concept);
        return strongest(
                texts, most, feature -> number < 0 ? 0 : profiles.weight(feature, number) * vocabulary.rarity(feature));
    }

    private List<String> strongest(List<AnalyzedText> texts, int most, IntToDoubleFunction weightOf) {
        Map<Integer, String> words = new LinkedHashMap<>();
        for (AnalyzedText text : texts) {
            Tokens tokens = text.tokens();
            for (int token = 0; token < tokens.count(); token++) {
                int feature = vocabulary.number(TopicFeatures.hashOf(text.text(), tokens, token));
                if (feature >= 0 && tokens.length(token) > 1 && weightOf.applyAsDouble(feature) > 0) {
                    words.putIfAbsent(feature, tokens.text(token));
                }
            }
        }
        return words.entrySet().stream()
                .sorted(Comparator.comparingDouble(word -> -weightOf.applyAsDouble(word.getKey())))
                .limit(most)
                .map(Map.Entry::getValue)
                .toList();
    }
}
