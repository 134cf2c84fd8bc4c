package org.copyflow.index.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.HttpUrl;
import org.copyflow.events.subscription.WebhookProgress;
import org.copyflow.events.subscription.WebhookProgress.Attempt;
import org.copyflow.events.subscription.WebhookSubscription;
import org.copyflow.events.subscription.WebhookSubscription.State;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.feed.FeedLog;
import org.copyflow.index.feed.FeedUnavailableException;
import org.copyflow.index.feed.SeenEvent;
import org.copyflow.index.feed.Stretch;
import org.copyflow.index.filter.Filter;
import org.copyflow.index.filter.Limit;
import org.copyflow.index.live.Subscribers;
import org.copyflow.index.live.Subscription;
import org.copyflow.index.live.Subscription.Signal;
import org.copyflow.index.live.SubscriptionRefusedException;
import org.copyflow.index.webhooks.WebhookClient.Answer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers the events of one webhook, one after the other, each again and again until it arrives. It reads on from
/// where it was and, once nothing is left, follows what happens. One virtual thread.
///
/// While its address fails it keeps nothing but its place, and reads anew before each attempt. So a dead address holds
/// no events in memory, and what an article said is not posted once it is withdrawn.
final class Courier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration REST = Duration.ofMinutes(1);
    private static final int EVENTS_AT_A_TIME = 50;
    private static final int KEPT_ATTEMPTS = 20;

    private final WebhookSubscription subscription;
    private final Limit limit;
    private final Filter filter;
    private final HttpUrl url;
    private final Office office;
    private final Deque<Attempt> attempts = new ArrayDeque<>();
    private Cursor cursor;
    private long delivered;
    private int failures;
    private @Nullable Instant failingSince;
    private @Nullable Instant nextAttemptAt;
    private @Nullable Cursor written;
    private long writtenAt = System.nanoTime();
    private volatile boolean closed;
    private volatile boolean forgotten;
    private @Nullable Thread thread;

    /// What all couriers share.
    ///
    /// @param giveUpAfter how long an address may fail before its webhook is ended
    record Office(
            Subscribers subscribers,
            FeedLog feed,
            WebhookClient client,
            WebhookRegister register,
            Backoff backoff,
            Duration giveUpAfter,
            WebhookMeters meters,
            InstantSource clock) {}

    /// The address is gone, or has failed for too long.
    private static final class EndedException extends Exception {
        private static final long serialVersionUID = 1L;

        EndedException(String reason) {
            super(reason);
        }
    }

    /// An attempt did not arrive; there is to be another one.
    private static final class FailedException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /// @param limit which articles its reader may have
    /// @param filter what is asked for of them
    /// @param progress how far it has come; absent where it has not begun
    Courier(
            WebhookSubscription subscription,
            Limit limit,
            Filter filter,
            @Nullable WebhookProgress progress,
            Office office) {
        this.subscription = subscription;
        this.limit = limit;
        this.filter = filter;
        this.url = HttpUrl.get(subscription.url());
        this.office = office;
        cursor = Cursor.parse(progress == null ? subscription.from() : progress.cursor());
        if (progress != null) {
            delivered = progress.delivered();
            attempts.addAll(progress.attempts());
            Instant since = progress.failingSince();
            if (since != null && !since.isBefore(subscription.changedAt())) {
                failures = progress.failures();
                failingSince = since;
                nextAttemptAt = progress.nextAttemptAt();
            } // else it failed before somebody saw to it
        }
    }

    void start() {
        thread = Thread.ofVirtual().name("webhook-" + subscription.id()).start(this::run);
    }

    WebhookSubscription subscription() {
        return subscription;
    }

    Limit limit() {
        return limit;
    }

    /// Ends it; the webhook is no more.
    void forget() {
        forgotten = true;
        close();
    }

    /// Ends it. What is on its way is broken off, and delivered again when it is begun again.
    @Override
    public void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /// Whether it delivers nothing any more, by itself too.
    boolean hasEnded() {
        return thread != null && !thread.isAlive();
    }

    /// How far it came, once it has ended.
    ///
    /// @return absent where it did not end in time
    @Nullable
    WebhookProgress awaitEnd(Duration longest) throws InterruptedException {
        return thread == null || thread.join(longest) ? progress() : null;
    }

    private void run() {
        try {
            while (!closed) {
                step();
            }
        } catch (InterruptedException e) {
            LOG.debug("webhook {} stops", subscription.id());
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("webhook", subscription.id())
                    .setCause(e)
                    .log("a webhook's courier has broken down; another one takes over");
        } finally {
            if (!forgotten) {
                write();
            }
        }
    }

    private void step() throws InterruptedException {
        try {
            readOn();
        } catch (FailedException e) {
            LOG.debug("webhook {} tries again", subscription.id(), e);
        } catch (SubscriptionRefusedException | FeedUnavailableException e) {
            LOG.debug("webhook {} waits: {}", subscription.id(), e.getMessage());
            Thread.sleep(PAUSE);
        } catch (EndedException e) {
            end(String.valueOf(e.getMessage()));
            closed = true;
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("webhook", subscription.id())
                    .setCause(e)
                    .log("a webhook has failed by a bug or for want of Kafka; it goes on in a minute");
            Thread.sleep(REST);
        }
    }

    private void readOn() throws InterruptedException, EndedException, FailedException {
        awaitNextAttempt();
        Subscribers subscribers = office.subscribers();
        Cursor position = subscribers.position();
        if (!cursor.isOf(position.feed())) {
            deliver(gap());
            cursor = subscribers.beginning();
        }
        int most = failures == 0 ? EVENTS_AT_A_TIME : 1;
        Stretch remembered = subscribers.after(filter, cursor, most);
        Stretch read = remembered == null ? office.feed().read(filter, cursor, position, most) : remembered;
        if (read.expired()) {
            deliver(gap());
            reached(office.feed().read(filter, cursor, position, 0).reached()); // so that it is told once
            return;
        }
        for (SeenEvent event : read.events()) {
            deliver(event);
        }
        reached(read.reached());
        boolean allTold = remembered != null && read.events().isEmpty();
        Subscription joined = allTold ? subscribers.deliver(filter, cursor) : null;
        if (joined != null) {
            follow(joined);
        }
    }

    private void follow(Subscription joined) throws InterruptedException, EndedException, FailedException {
        try (joined) {
            for (SeenEvent event = joined.remembered(); event != null; event = joined.remembered()) {
                deliver(event);
            }
            reached(joined.start());
            while (!closed) {
                switch (joined.next(POLL)) {
                    case Signal.Event(SeenEvent event) -> {
                        deliver(event);
                        joined.written(event);
                    }
                    case Signal.Quiet(Cursor position) -> {
                        if (position != null) {
                            reached(position);
                        }
                    }
                    case Signal.Lagged(), Signal.Stopped() -> {
                        return;
                    }
                }
            }
        }
    }

    private WebhookMessage gap() {
        return WebhookMessage.gap(subscription, cursor, office.clock().instant());
    }

    private void deliver(SeenEvent event) throws InterruptedException, EndedException, FailedException {
        if (event.feedEvent().offset() <= cursor.offset(event.feedEvent().partition())) {
            return;
        }
        SeenEvent readable = office.subscribers().readable(event); // it may have waited for others
        deliver(WebhookMessage.of(subscription, readable));
        delivered++;
        reached(cursor.after(event.feedEvent().partition(), event.feedEvent().offset()));
    }

    /// Tries once.
    private void deliver(WebhookMessage message) throws InterruptedException, EndedException, FailedException {
        Instant at = office.clock().instant();
        Answer answer = office.client().post(url, message, subscription.secrets());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        office.meters().attempted(answer.delivered());
        note(message, at, answer);
        if (!answer.delivered()) {
            failed(at, answer);
            throw new FailedException();
        }
        failures = 0;
        failingSince = null;
        nextAttemptAt = null;
    }

    private void failed(Instant at, Answer answer) throws EndedException {
        failures++;
        failingSince = failingSince == null ? at : failingSince;
        if (answer.isGone()) {
            throw new EndedException("the address answered 410: it is gone");
        }
        if (Duration.between(failingSince, at).compareTo(office.giveUpAfter()) > 0) {
            throw new EndedException(
                    "the address has failed since " + failingSince + ", at last because " + answer.error());
        }
        nextAttemptAt = at.plus(answer.took())
                .plus(office.backoff().after(failures, answer.retryAfter(), ThreadLocalRandom.current()));
        write();
    }

    private void awaitNextAttempt() throws InterruptedException {
        Instant next = nextAttemptAt;
        if (next != null) {
            Duration wait = Duration.between(office.clock().instant(), next);
            if (wait.isPositive()) {
                Thread.sleep(wait);
            }
        }
    }

    private void note(WebhookMessage message, Instant at, Answer answer) {
        attempts.addFirst(new Attempt(message.id(), at, answer.took().toMillis(), answer.status(), answer.error()));
        while (attempts.size() > KEPT_ATTEMPTS) {
            attempts.removeLast();
        }
    }

    private void reached(Cursor next) {
        cursor = cursor.merge(next);
        if (System.nanoTime() - writtenAt > POLL.toNanos()) {
            write();
        }
    }

    private void write() {
        if (written == null || !cursor.equals(written) || failures > 0) {
            office.register().write(progress());
            written = cursor;
        }
        writtenAt = System.nanoTime();
    }

    private WebhookProgress progress() {
        return new WebhookProgress(
                subscription.id(),
                subscription.round(),
                cursor.toString(),
                delivered,
                failures,
                failingSince,
                nextAttemptAt,
                List.copyOf(attempts));
    }

    private void end(String reason) {
        LOG.atWarn()
                .addKeyValue("webhook", subscription.id())
                .addKeyValue("reason", reason)
                .log("a webhook has ended");
        office.register()
                .change(
                        subscription.id(),
                        now -> now.equals(subscription)
                                ? now.in(State.ENDED, reason, office.clock().instant())
                                : now); // somebody has seen to it meanwhile
    }
}
