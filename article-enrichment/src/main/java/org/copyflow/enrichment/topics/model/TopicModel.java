package org.copyflow.enrichment.topics.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.Tokens;

/// A language's model of topics: a linear one over words for the top level and one for the level below, and one over
/// embeddings for the top level. Immutable, thread-safe.
///
/// A file: gzip of the format's version, the model's version, the vocabulary, the two linear models, the weights over
/// embeddings and the temperatures.
///
/// @param version of the model, for the article's `pipeline`
/// @param vocabulary the features that it knows
/// @param top for each concept of the top level
/// @param second for each concept of the second level that it was taught
/// @param head for each concept of the top level, over embeddings
/// @param temperatures what scores are divided by, so that probabilities are true: of `top`, `second`, `head`
public record TopicModel(
        String version,
        Vocabulary vocabulary,
        LinearModel top,
        LinearModel second,
        EmbeddingHead head,
        List<Float> temperatures) {

    private static final int FORMAT = 1;
    private static final int MODELS = 3;

    public TopicModel {
        temperatures = List.copyOf(temperatures);
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
            LinearModel top = LinearModel.read(in);
            LinearModel second = LinearModel.read(in);
            EmbeddingHead head = EmbeddingHead.read(in);
            var temperatures = new ArrayList<Float>();
            for (int i = 0; i < MODELS; i++) {
                temperatures.add(in.readFloat());
            }
            return new TopicModel(version, vocabulary, top, second, head, temperatures);
        }
    }

    public void write(OutputStream file) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(file), 1 << 16))) {
            out.writeInt(FORMAT);
            out.writeUTF(version);
            vocabulary.write(out);
            top.write(out);
            second.write(out);
            head.write(out);
            for (float temperature : temperatures) {
                out.writeFloat(temperature);
            }
        }
    }

    /// What the article's words say of the top level.
    public Beliefs top(FeatureVector article) {
        return Beliefs.of(top.concepts(), top.scores(article), temperatures.get(0));
    }

    /// What the article's words say of the level below, among these concepts only.
    public Beliefs second(FeatureVector article, Set<String> among) {
        double[] scores = second.scores(article);
        var concepts = new ArrayList<String>();
        var kept = new ArrayList<Double>();
        for (int i = 0; i < scores.length; i++) {
            if (among.contains(second.concepts().get(i))) {
                concepts.add(second.concepts().get(i));
                kept.add(scores[i]);
            }
        }
        return Beliefs.of(
                concepts, kept.stream().mapToDouble(Double::doubleValue).toArray(), temperatures.get(1));
    }

    /// What an embedding says of the top level, and the words with it.
    public Beliefs withEmbedding(Beliefs words, float[] embedding) {
        return words.with(Beliefs.of(words.concepts(), head.scores(embedding), temperatures.get(2)));
    }

    /// The words that speak most for a concept of the top level, the strongest first.
    public List<String> strongest(AnalyzedText body, String concept, int most) {
        int number = top.concepts().indexOf(concept);
        Tokens tokens = body.tokens();
        var seen = new HashSet<Integer>();
        Map<Float, String> words = new TreeMap<>();
        for (int token = 0; token < tokens.count(); token++) {
            int feature = vocabulary.number(TopicFeatures.hashOf(body.text(), tokens, token));
            if (feature >= 0 && seen.add(feature)) {
                float weight = top.weight(feature, number);
                if (weight > 0 && tokens.length(token) > 1) {
                    words.putIfAbsent(-weight, tokens.text(token));
                }
            }
        }
        return words.values().stream().limit(most).toList();
    }
}
