package org.copyflow.index.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copyflow.events.EventJson;
import org.copyflow.events.topic.TopicEvent;
import org.copyflow.index.filter.Filter;

/// The feed's past in memory.
public final class FakeFeedLog implements FeedLog {

    /// How many events are read at a time at most.
    public volatile int step = Integer.MAX_VALUE;

    /// What happens while the log is read.
    public volatile Runnable meanwhile = () -> {};

    private final List<FeedEvent> events = new ArrayList<>();
    private final Map<Integer, Long> dropped = new HashMap<>();
    private final Withdrawals withdrawals;

    public FakeFeedLog(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    public synchronized void add(int partition, long offset, TopicEvent event) {
        String json = EventJson.mapper().writeValueAsString(event);
        events.add(new FeedEvent(partition, offset, event, json, null, Cursor.of(Map.of())));
        withdrawals.note(event, offset);
    }

    /// Forgets a partition's events up to an offset.
    public synchronized void drop(int partition, long offset) {
        events.removeIf(event -> event.partition() == partition && event.offset() <= offset);
        dropped.put(partition, offset);
    }

    @Override
    public synchronized Stretch from(Instant since) {
        var offsets = new HashMap<Integer, Long>();
        dropped.forEach((partition, offset) -> offsets.put(partition, offset - 1));
        events.stream()
                .filter(event -> event.event().at().isBefore(since))
                .forEach(event -> offsets.merge(event.partition(), event.offset(), Math::max));
        boolean expired = dropped.entrySet().stream()
                .anyMatch(entry -> offsets.getOrDefault(entry.getKey(), -1L) < entry.getValue());
        return new Stretch(List.of(), Cursor.of(offsets), expired);
    }

    @Override
    public Stretch read(Filter filter, Cursor after, Cursor upTo, int limit) {
        var seen = new ArrayList<SeenEvent>();
        Cursor reached = upTo.merge(after);
        boolean expired;
        synchronized (this) {
            expired = dropped.entrySet().stream().anyMatch(entry -> after.offset(entry.getKey()) < entry.getValue());
            Cursor at = upTo.with(dropped).merge(after);
            for (FeedEvent event : events) {
                var change = filter.seen(event.event());
                if (event.offset() > after.offset(event.partition())
                        && event.offset() <= upTo.offset(event.partition())
                        && change != null) {
                    if (seen.size() == Math.min(limit, step)) {
                        reached = at;
                        break;
                    }
                    at = at.after(event.partition(), event.offset());
                    String json = EventJson.mapper().writeValueAsString(event.event());
                    var placed = new FeedEvent(event.partition(), event.offset(), event.event(), json, null, at);
                    seen.add(withdrawals.readable(placed).as(change));
                }
            }
        }
        meanwhile.run();
        return new Stretch(seen, reached, expired);
    }
}
