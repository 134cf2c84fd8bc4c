package org.copyflow.index.filter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copyflow.events.article.DataMining;
import org.jspecify.annotations.Nullable;

/// What a subscriber who mines articles needs of their rights.
public enum MiningRight {
    /// The source says that machines may mine the article.
    @JsonProperty("mining-allowed")
    MINING_ALLOWED,
    /// The source says so, or nothing of it.
    @JsonProperty("mining-not-prohibited")
    MINING_NOT_PROHIBITED;

    /// As filters write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<MiningRight> of(String word) {
        return Stream.of(values()).filter(value -> value.word().equals(word)).findFirst();
    }

    public static String words() {
        return Stream.of(values()).map(MiningRight::word).collect(Collectors.joining(", "));
    }

    /// @param stated what the source says of mining; absent where nothing
    public boolean holds(@Nullable DataMining stated) {
        return stated == DataMining.ALLOWED || (stated == null && this == MINING_NOT_PROHIBITED);
    }
}
