package org.copyflow.index.webhooks;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.copyflow.events.subscription.WebhookProgress;
import org.copyflow.events.subscription.WebhookSubscription;
import org.copyflow.events.subscription.WebhookSubscription.State;
import org.copyflow.index.filter.Filter;
import org.copyflow.index.filter.FilterReader;
import org.copyflow.index.filter.Limit;
import org.copyflow.index.instances.StoresUnavailableException;
import org.copyflow.index.webhooks.Courier.Office;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The couriers of the webhooks that are this instance's to deliver. One thread looks after them, twice a second.
public final class Couriers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(2);

    private final Office office;
    private final Whose whose;
    private final AtomicInteger count;
    private final Map<String, Courier> running = new HashMap<>();
    private final Set<WebhookSubscription> broken = new HashSet<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable Thread thread;

    /// Which webhooks an instance delivers, and what of them.
    public interface Whose {

        /// Whether this instance delivers the webhook of an id.
        boolean isMine(String id);

        /// Which articles may be sent to a reader now.
        ///
        /// @param reader absent for a webhook of the time when readers had no keys
        /// @return absent where none may
        @Nullable
        Limit limit(@Nullable String reader);
    }

    /// @param count where how many there are is noted
    Couriers(Office office, Whose whose, AtomicInteger count) {
        this.office = office;
        this.whose = whose;
        this.count = count;
    }

    void start() {
        thread = Thread.ofPlatform().name("index-webhooks").daemon().start(this::run);
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            if (thread != null) {
                thread.join(ENDS_WITHIN.multipliedBy(2));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                try {
                    if (office.register().isComplete()) {
                        look();
                    }
                } catch (StoresUnavailableException e) {
                    LOG.debug("whose webhooks are whose is not known now: {}", e.getMessage());
                } catch (RuntimeException e) { // a bug; without this thread no webhook would begin any more
                    LOG.error("looking after webhooks broke; looking again", e);
                }
            } while (!closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
            endAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the couriers of what has changed or is not this instance's any more, leaves those that broke down, and
    /// begins what is to be begun.
    void look() throws InterruptedException {
        var ended = new HashMap<String, WebhookProgress>();
        for (Courier courier : List.copyOf(running.values())) {
            WebhookSubscription was = courier.subscription();
            WebhookSubscription is = office.register().find(was.id());
            if (!was.equals(is) || !whose.isMine(was.id()) || courier.hasEnded() || isLimitedAnew(courier)) {
                if (is == null) {
                    courier.forget();
                } else {
                    courier.close();
                }
                WebhookProgress progress = courier.awaitEnd(ENDS_WITHIN);
                if (progress == null) {
                    LOG.warn("webhook {} does not stop; looking again", was.id());
                    continue;
                }
                running.remove(was.id());
                if (is == null) {
                    office.register().forget(was.id()); // again, after what the courier wrote last
                } else if (is.round() == was.round()) {
                    ended.put(was.id(), progress);
                }
            }
        }
        for (WebhookSubscription subscription : office.register().all()) {
            if (subscription.state() == State.ACTIVE
                    && !running.containsKey(subscription.id())
                    && !broken.contains(subscription)
                    && whose.isMine(subscription.id())) {
                WebhookProgress progress = ended.get(subscription.id());
                begin(subscription, progress == null ? office.register().progress(subscription) : progress);
            }
        }
        broken.retainAll(office.register().all());
        count.set(running.size());
    }

    private boolean isLimitedAnew(Courier courier) {
        return !courier.limit().equals(whose.limit(courier.subscription().reader()));
    }

    private void begin(WebhookSubscription subscription, @Nullable WebhookProgress progress) {
        try {
            Limit limit = whose.limit(subscription.reader());
            Filter filter = limit == null ? null : limit.narrowed(FilterReader.read(subscription.filter()));
            if (limit == null || filter == null) {
                return; // its reader may have nothing of it now
            }
            var courier = new Courier(subscription, limit, filter, progress, office);
            running.put(subscription.id(), courier);
            courier.start();
        } catch (RuntimeException e) {
            broken.add(subscription);
            LOG.atError()
                    .addKeyValue("webhook", subscription.id())
                    .setCause(e)
                    .log("a webhook cannot begin; it is left alone until it is changed");
        }
    }

    private void endAll() throws InterruptedException {
        running.values().forEach(Courier::close);
        for (Courier courier : running.values()) {
            courier.awaitEnd(ENDS_WITHIN);
        }
        running.clear();
    }
}
