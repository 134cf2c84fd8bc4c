package org.copyflow.enrichment.decision;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.Article;
import org.copyflow.events.raw.Outcome;
import org.jspecify.annotations.Nullable;

/// How a raw record leaves enrichment: exactly one case each.
public sealed interface Departure {

    Outcome outcome();

    /// An article as it will stand on `articles.enriched`.
    ///
    /// @param json the article, written
    @SuppressWarnings("ArrayRecordComponent") // written once, passed on, never compared
    record EnrichedRecord(Article article, byte[] json) {
        public static EnrichedRecord of(Article article) {
            return new EnrichedRecord(article, EventJson.mapper().writeValueAsBytes(article));
        }

        /// The record of an article that was written before.
        public static EnrichedRecord of(byte[] json) {
            return new EnrichedRecord(EventJson.mapper().readValue(json, Article.class), json);
        }

        public String articleId() {
            return article.id();
        }
    }

    /// Its articles go out now.
    record Published(DocumentVersion version, List<EnrichedRecord> articles) implements Departure {
        @Override
        public Outcome outcome() {
            return Outcome.PUBLISHED;
        }
    }

    /// It is what arrived last.
    record Duplicate() implements Departure {
        @Override
        public Outcome outcome() {
            return Outcome.DUPLICATE;
        }
    }

    /// A newer version is known.
    record Stale() implements Departure {
        @Override
        public Outcome outcome() {
            return Outcome.STALE;
        }
    }

    /// It must not be seen yet.
    ///
    /// @param until when it may be; absent where only a newer version can say so
    /// @param articles what goes out then
    record Held(DocumentVersion version, @Nullable Instant until, List<EnrichedRecord> articles) implements Departure {
        @Override
        public Outcome outcome() {
            return Outcome.HELD;
        }
    }

    /// Killed: whatever of it was published is taken back.
    record Withdrawn(DocumentVersion version) implements Departure {
        @Override
        public Outcome outcome() {
            return Outcome.WITHDRAWN;
        }
    }

    /// It cannot be enriched.
    ///
    /// @param code stable and documented
    /// @param message what was tried, on what, and what to do; cut at 1,000 characters
    record DeadLettered(String code, String message) implements Departure {
        private static final int MAX_MESSAGE_CHARS = 1_000;

        public DeadLettered {
            String cut = message.length() > MAX_MESSAGE_CHARS ? message.substring(0, MAX_MESSAGE_CHARS) + "…" : message;
            // a message may show what it was about: half a surrogate pair is no text that JSON could hold
            message = new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }

        @Override
        public Outcome outcome() {
            return Outcome.DEAD_LETTERED;
        }
    }
}
