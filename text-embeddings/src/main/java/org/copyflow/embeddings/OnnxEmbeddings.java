package org.copyflow.embeddings;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// Runs a sentence model in this process, by ONNX Runtime, on the thread that calls. Built without I/O: the
/// model is loaded (a third of a second, some 60 MB outside the heap) when the first text comes.
public final class OnnxEmbeddings implements Embeddings {

    /// The longest text that the models have seen.
    private static final int MOST_TOKENS = 512;

    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final int MOST_COMMAND_LINE_BYTES = 4_000;

    private final SentenceModel model;
    private final int maxTokens;
    /// Held for reading while a text is looked at, so that the model is not taken from under it.
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private final Object loading = new Object();
    private volatile @Nullable Loaded loaded;
    private volatile boolean closed;

    private record Loaded(OrtEnvironment environment, OrtSession session, WordPiece wordPiece) {}

    /// @param maxTokens how much of a text counts, in pieces of words, from 2 to 512; what a text costs grows
    ///     with it
    public OnnxEmbeddings(SentenceModel model, int maxTokens) {
        if (maxTokens < 2 || maxTokens > MOST_TOKENS) {
            throw new IllegalArgumentException(maxTokens + " tokens, not from 2 to " + MOST_TOKENS);
        }
        this.model = model;
        this.maxTokens = maxTokens;
    }

    /// A model of each language that has one, by the language's tag. None is loaded before its first text.
    public static Map<String, Embeddings> byLanguage(int maxTokens) {
        return Map.of(
                "en", new OnnxEmbeddings(SentenceModel.ENGLISH, maxTokens),
                "zh", new OnnxEmbeddings(SentenceModel.CHINESE, maxTokens));
    }

    @Override
    public int dimensions() {
        return model.dimensions();
    }

    @Override
    public float[] of(String text) {
        use.readLock().lock();
        try {
            Loaded ready = loaded();
            long[] tokens = ready.wordPiece.tokens(text, maxTokens);
            return unit(pooled(run(ready, tokens), tokens.length));
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model " + model + " failed on a text", e);
        } finally {
            use.readLock().unlock();
        }
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            closed = true;
            if (loaded != null) {
                loaded.session.close();
                loaded = null;
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model " + model + " cannot be closed", e);
        } finally {
            use.writeLock().unlock();
        }
    }

    private static FloatBuffer run(Loaded ready, long[] tokens) throws OrtException {
        long[] shape = {1, tokens.length};
        var ones = new long[tokens.length];
        Arrays.fill(ones, 1);
        try (var ids = OnnxTensor.createTensor(ready.environment, LongBuffer.wrap(tokens), shape);
                var mask = OnnxTensor.createTensor(ready.environment, LongBuffer.wrap(ones), shape);
                var types = OnnxTensor.createTensor(ready.environment, LongBuffer.allocate(tokens.length), shape);
                var result =
                        ready.session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return ((OnnxTensor) result.get(0)).getFloatBuffer();
        }
    }

    /// @param states the last layer: a vector for each token
    private float[] pooled(FloatBuffer states, int tokens) {
        int size = model.dimensions();
        var sum = new float[size];
        int counted = model.isMeanOfTokens() ? tokens : 1;
        for (int token = 0; token < counted; token++) {
            for (int i = 0; i < size; i++) {
                sum[i] += states.get(token * size + i);
            }
        }
        return sum;
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length && length > 0; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    private Loaded loaded() {
        Loaded ready = loaded;
        if (ready != null) {
            return ready;
        }
        synchronized (loading) {
            if (closed) {
                throw new IllegalStateException("the sentence model " + model + " was closed");
            }
            if (loaded == null) {
                loaded = load();
            }
            return loaded;
        }
    }

    private Loaded load() {
        checkCommandLine();
        try (InputStream tokenizer = resource(model.tokenizer());
                InputStream network = resource(model.network());
                var options = new OrtSession.SessionOptions()) {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false); // it would keep the memory of the longest text for ever
            return new Loaded(
                    environment, environment.createSession(network.readAllBytes(), options), WordPiece.read(tokenizer));
        } catch (IOException | OrtException | LinkageError e) {
            throw new IllegalStateException("the sentence model " + model + " cannot be run on this machine", e);
        }
    }

    /// ONNX Runtime 1.29 takes the process with it on Linux where the command line is longer; a message is better.
    private void checkCommandLine() {
        long length;
        try (InputStream line = Files.newInputStream(COMMAND_LINE)) {
            length = line.readNBytes(MOST_COMMAND_LINE_BYTES + 1).length;
        } catch (IOException notLinux) {
            return;
        }
        if (length > MOST_COMMAND_LINE_BYTES) {
            throw new IllegalStateException(
                    ("the sentence model %s cannot be run in a process whose command line has more"
                                    + " than %d bytes; give the class path in CLASSPATH or in an argument file")
                            .formatted(model, MOST_COMMAND_LINE_BYTES));
        }
    }

    private static InputStream resource(String name) {
        InputStream in = OnnxEmbeddings.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the resource " + name + " is missing from the class path");
        }
        return in;
    }
}
