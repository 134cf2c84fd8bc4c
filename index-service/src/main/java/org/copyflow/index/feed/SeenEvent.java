package org.copyflow.index.feed;

import java.lang.ref.WeakReference;
import java.util.function.Function;
import org.copyflow.events.topic.TopicEvent;

/// An event as a subscriber sees it. Thread-safe.
public final class SeenEvent {

    private final FeedEvent feedEvent;
    private final TopicEvent event;
    private final String json;
    private volatile WeakReference<byte[]> encoded = new WeakReference<>(null);

    SeenEvent(FeedEvent feedEvent, TopicEvent event, String json) {
        this.feedEvent = feedEvent;
        this.event = event;
        this.json = json;
    }

    /// What happened on the feed.
    public FeedEvent feedEvent() {
        return feedEvent;
    }

    /// What that is to the subscriber.
    public TopicEvent event() {
        return event;
    }

    /// The same as JSON, one line.
    public String json() {
        return json;
    }

    /// How far one has come who has it.
    public Cursor cursor() {
        return feedEvent.cursor();
    }

    /// The bytes that are sent, the same for everybody and made once for those who get them together. They must not be
    /// changed.
    ///
    /// @param encoder what makes them, the same at every call
    public byte[] encoded(Function<SeenEvent, byte[]> encoder) {
        byte[] there = encoded.get();
        if (there == null) {
            there = encoder.apply(this);
            encoded = new WeakReference<>(there);
        }
        return there;
    }
}
