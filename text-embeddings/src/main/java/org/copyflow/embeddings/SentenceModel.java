package org.copyflow.embeddings;

/// The sentence models that come with Copyflow. Quantized to 8 bits, some 23 MB each.
public enum SentenceModel {

    /// all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0): English; an embedding is the mean of its tokens.
    ENGLISH("all-minilm-l6-v2-q", 384, true),
    /// bge-small-zh-v1.5 (BAAI, MIT): Chinese; an embedding is that of the token in front of the text.
    CHINESE("bge-small-zh-v1.5-q", 512, false);

    private final String file;
    private final int dimensions;
    private final boolean meanOfTokens;

    SentenceModel(String file, int dimensions, boolean meanOfTokens) {
        this.file = file;
        this.dimensions = dimensions;
        this.meanOfTokens = meanOfTokens;
    }

    public int dimensions() {
        return dimensions;
    }

    String network() {
        return '/' + file + ".onnx";
    }

    String tokenizer() {
        return '/' + file + "-tokenizer.json";
    }

    boolean isMeanOfTokens() {
        return meanOfTokens;
    }
}
