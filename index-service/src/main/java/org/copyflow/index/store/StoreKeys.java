package org.copyflow.index.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/// The keys of the stores that hold many entries a topic: the topic's id in UTF-8, NUL, then what orders the
/// entries. Stores order keys by their unsigned bytes; a topic's id holds no NUL.
///
/// - `topic-articles`: milliseconds, subtracted from the largest number so that the newest comes first, then
///   article id
/// - `topic-history`: the event's offset on the feed
/// - `topic-counts`: the number of the day since 1970, which is positive in any window
public final class StoreKeys {

    /// Beside all topics: since when `topic-counts` counts.
    static final Bytes COUNTED_SINCE = Bytes.wrap(new byte[1]);

    /// Beside all topics: up to which offset `topic-history` has forgotten topics.
    static final Bytes FORGOTTEN = Bytes.wrap(new byte[1]);

    private StoreKeys() {}

    /// The key of a card in a topic's list.
    public static Bytes card(String topicId, CardPosition position) {
        byte[] article = position.articleId().getBytes(StandardCharsets.UTF_8);
        byte[] prefix = prefix(topicId);
        return Bytes.wrap(ByteBuffer.allocate(prefix.length + Long.BYTES + article.length)
                .put(prefix)
                .putLong(Long.MAX_VALUE - position.sortedAt().toEpochMilli())
                .put(article)
                .array());
    }

    /// Where the card of a key stands.
    public static CardPosition position(String topicId, Bytes cardKey) {
        var key = ByteBuffer.wrap(cardKey.get());
        key.position(prefix(topicId).length);
        var sortedAt = Instant.ofEpochMilli(Long.MAX_VALUE - key.getLong());
        return new CardPosition(sortedAt, StandardCharsets.UTF_8.decode(key).toString());
    }

    /// The key of an event in a topic's history.
    public static Bytes event(String topicId, long offset) {
        byte[] prefix = prefix(topicId);
        return Bytes.wrap(ByteBuffer.allocate(prefix.length + Long.BYTES)
                .put(prefix)
                .putLong(offset)
                .array());
    }

    /// The offset of the event of a key.
    public static long offset(Bytes eventKey) {
        byte[] key = eventKey.get();
        return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES);
    }

    /// The key of a topic's day.
    static Bytes day(String topicId, int day) {
        byte[] prefix = prefix(topicId);
        return Bytes.wrap(ByteBuffer.allocate(prefix.length + Integer.BYTES)
                .put(prefix)
                .putInt(Math.max(0, day))
                .array());
    }

    /// The day of a key.
    static int day(Bytes dayKey) {
        byte[] key = dayKey.get();
        return ByteBuffer.wrap(key).getInt(key.length - Integer.BYTES);
    }

    /// Before every entry of the topic.
    public static Bytes first(String topicId) {
        return Bytes.wrap(prefix(topicId));
    }

    /// After every entry of the topic.
    public static Bytes last(String topicId) {
        byte[] prefix = prefix(topicId);
        prefix[prefix.length - 1] = 1;
        return Bytes.wrap(prefix);
    }

    private static byte[] prefix(String topicId) {
        byte[] id = topicId.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(id, id.length + 1);
    }
}
