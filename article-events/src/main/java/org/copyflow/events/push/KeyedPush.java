package org.copyflow.events.push;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A step of a push that carries an idempotency key. Of several claims of a key the first in the partition counts.
///
/// @param step what happened
/// @param claim the claim that this is about, new for each attempt
/// @param at when
/// @param fingerprint the same for the same request; for [Step#CLAIMED] only
/// @param status the HTTP status that was answered; for [Step#ANSWERED] only, as what follows
/// @param location the `Location` that was answered, where there was one
/// @param body the JSON that was answered
public record KeyedPush(
        Step step,
        String claim,
        Instant at,
        @Nullable String fingerprint,
        @Nullable Integer status,
        @Nullable String location,
        @Nullable String body) {

    /// What happened to a push.
    public enum Step {
        /// An instance of ingest wants to carry it out.
        @JsonProperty("claimed")
        CLAIMED,
        /// It was carried out, and answered so.
        @JsonProperty("answered")
        ANSWERED,
        /// It was not carried out: the key is free again.
        @JsonProperty("released")
        RELEASED
    }

    public static KeyedPush claimed(String claim, Instant at, String fingerprint) {
        return new KeyedPush(Step.CLAIMED, claim, at, fingerprint, null, null, null);
    }

    public static KeyedPush released(String claim, Instant at) {
        return new KeyedPush(Step.RELEASED, claim, at, null, null, null, null);
    }
}
