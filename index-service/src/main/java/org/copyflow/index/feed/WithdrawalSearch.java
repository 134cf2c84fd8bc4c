package org.copyflow.index.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.topic.TopicEvent.Change;
import org.jspecify.annotations.Nullable;

/// Finds what was withdrawn in the feed's past, backwards from where the past was first asked for, piece by piece. What
/// a piece has found is kept for all who ask later, however short the patience of the one who asked: the next goes on.
/// Whoever asks for a past that is known does not wait. Thread-safe.
final class WithdrawalSearch {

    private static final String TOPIC = EventTopics.TOPICS_FEED.name();
    private static final byte[] REMOVED =
            ('"' + Change.REMOVED.name().toLowerCase(Locale.ROOT) + '"').getBytes(StandardCharsets.UTF_8);
    private static final Duration LONGEST_PIECE = Duration.ofSeconds(10);

    private final Withdrawals withdrawals;
    private final ReentrantLock searching = new ReentrantLock(true);
    private volatile @Nullable Cursor knownFrom;
    private long pieceRecords;

    /// @param withdrawals where they are noted
    /// @param pieceRecords of how many records a piece is; half as many each time that one takes too long
    WithdrawalSearch(Withdrawals withdrawals, long pieceRecords) {
        this.withdrawals = withdrawals;
        this.pieceRecords = pieceRecords;
    }

    /// Makes sure that every removal after the cursor is known.
    ///
    /// @param upTo how far the feed was followed: who follows it notes what is removed after this
    /// @param piece calls [#readPiece] with a consumer
    /// @throws FeedUnavailableException where it takes longer than the patience
    void await(Cursor after, Cursor upTo, Duration patience, Runnable piece) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!after.reaches(known(upTo))) {
            takeTurn(deadline - System.nanoTime());
            try {
                if (!after.reaches(known(upTo))) {
                    piece.run();
                }
            } finally {
                searching.unlock();
            }
        }
    }

    /// Looks through what stands just before what is known.
    void readPiece(Consumer<String, byte[]> consumer, Cursor after, Cursor upTo) {
        Cursor known = known(upTo);
        Cursor start = start(consumer, after, known);
        var walk = new Walk(consumer, start, known);
        walk.go(LONGEST_PIECE, record -> {
            FeedEvent event = mayBeRemoval(record) ? KafkaFeedLog.eventOfSource(record, start) : null;
            if (event != null) {
                withdrawals.note(event.event(), record.offset());
            }
            return true;
        });
        if (walk.reached().reaches(known)) {
            knownFrom = start;
        } else {
            pieceRecords = Math.max(1, pieceRecords / 2);
        }
    }

    private void takeTurn(long nanos) {
        try {
            if (nanos > 0 && searching.tryLock(nanos, TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FeedUnavailableException("interrupted", e);
        }
        throw new FeedUnavailableException("it takes longer to find what was withdrawn since then; ask again", null);
    }

    /// All of the past, as far as somebody follows it now, until a piece was read of this feed.
    private Cursor known(Cursor upTo) {
        Cursor known = knownFrom;
        return known == null || !known.isOf(upTo.feed()) ? upTo : known;
    }

    /// Where a piece begins that ends where what is known begins.
    private Cursor start(Consumer<String, byte[]> consumer, Cursor after, Cursor known) {
        List<TopicPartition> open = known.partitions().stream()
                .filter(partition -> after.offset(partition) < known.offset(partition))
                .map(partition -> new TopicPartition(TOPIC, partition))
                .toList();
        long each = Math.max(1, pieceRecords / open.size());
        Map<Integer, Long> start = new TreeMap<>();
        known.partitions().forEach(partition -> start.put(partition, known.offset(partition)));
        consumer.assign(open); // else each answer about one is a line in the log
        consumer.beginningOffsets(open).forEach((partition, beginning) -> {
            int number = partition.partition();
            long first = Math.max(after.offset(number), beginning - 1);
            long from = known.offset(number) - each;
            start.put(number, from > first ? from : after.offset(number));
        });
        return known.with(start);
    }

    /// Whether the record's JSON may say that an article left its source; others need not be read.
    private static boolean mayBeRemoval(ConsumerRecord<String, byte[]> record) {
        byte[] json = record.value();
        if (json == null || record.key() == null || !record.key().startsWith(FeedEvent.SOURCES)) {
            return false;
        }
        for (int at = 0; at + REMOVED.length <= json.length; at++) {
            if (json[at] == REMOVED[0] && Arrays.equals(json, at, at + REMOVED.length, REMOVED, 0, REMOVED.length)) {
                return true;
            }
        }
        return false;
    }
}
