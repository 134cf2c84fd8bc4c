package org.copyflow.events.article;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Whether machines may mine an article, in the steps of PLUS' vocabulary, from the strictest on.
public enum DataMining {
    @JsonProperty("prohibited")
    PROHIBITED("prohibited"),
    /// But for what the terms allow: those in words, in a policy or in a rights expression.
    @JsonProperty("prohibited-except-terms")
    PROHIBITED_EXCEPT_TERMS("prohibited-except-terms"),
    /// But for making it findable.
    @JsonProperty("prohibited-except-search")
    PROHIBITED_EXCEPT_SEARCH("prohibited-except-search"),
    /// For training models.
    @JsonProperty("prohibited-training")
    PROHIBITED_TRAINING("prohibited-training"),
    /// For training models that generate.
    @JsonProperty("prohibited-generative-training")
    PROHIBITED_GENERATIVE_TRAINING("prohibited-generative-training"),
    @JsonProperty("allowed")
    ALLOWED("allowed");

    private final String word;

    DataMining(String word) {
        this.word = word;
    }

    /// As the JSON writes it.
    public String word() {
        return word;
    }
}
