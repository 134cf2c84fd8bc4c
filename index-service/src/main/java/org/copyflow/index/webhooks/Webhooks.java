package org.copyflow.index.webhooks;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import org.copyflow.events.subscription.WebhookProgress;
import org.copyflow.events.subscription.WebhookProgress.Attempt;
import org.copyflow.events.subscription.WebhookSubscription;
import org.copyflow.events.subscription.WebhookSubscription.State;
import org.copyflow.index.feed.Cursor;
import org.copyflow.index.feed.FeedLog;
import org.copyflow.index.filter.FilterReader;
import org.copyflow.index.live.Subscribers;
import org.copyflow.index.webhooks.Courier.Office;
import org.copyflow.index.webhooks.WebhookClient.Answer;
import org.copyflow.index.webhooks.WebhookRefusedException.Reason;
import org.copyflow.kit.Check;
import org.copyflow.kit.access.SigningSecret;
import org.copyflow.kit.kafka.KafkaSettings;
import org.copyflow.kit.net.PublicAddresses;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// All webhooks: what is asked for. Any instance takes any request; what it is asked for stands in Kafka, from where
/// the
/// [Couriers] of the instance whose it is take it. Thread-safe.
public final class Webhooks implements AutoCloseable {

    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(2);
    private static final int KEPT_SECRETS = 2;

    private final Settings settings;
    private final Subscribers subscribers;
    private final FeedLog feed;
    private final InstantSource clock;
    private final WebhookAddress address;
    private final WebhookDirectory directory;
    private final WebhookClient client;
    private final Couriers couriers;

    /// What can be set.
    ///
    /// @param most how many webhooks there may be
    /// @param privateAddresses whether they may point to addresses that are not public
    /// @param patience how long one attempt may take
    /// @param firstRetry how long to wait after a first failure
    /// @param giveUpAfter how long an address may fail before its webhook is ended
    public record Settings(
            int most, boolean privateAddresses, Duration patience, Duration firstRetry, Duration giveUpAfter) {}

    /// What there is to say of a webhook.
    ///
    /// @param progress absent where nothing was delivered yet
    public record Known(
            WebhookSubscription subscription, @Nullable WebhookProgress progress) {}

    /// @param whose which webhooks this instance delivers, and what of them
    public Webhooks(
            KafkaSettings kafka,
            Settings settings,
            Subscribers subscribers,
            FeedLog feed,
            Couriers.Whose whose,
            InstantSource clock,
            MeterRegistry registry) {
        this.settings = settings;
        this.subscribers = subscribers;
        this.feed = feed;
        this.clock = clock;
        Predicate<InetAddress> allowed = settings.privateAddresses() ? _ -> true : PublicAddresses::isPublic;
        address = new WebhookAddress(allowed);
        directory = new WebhookDirectory(kafka);
        client = new WebhookClient(new PublicAddresses(allowed), settings.patience(), clock);
        var running = new AtomicInteger();
        var office = new Office(
                subscribers,
                feed,
                client,
                directory,
                new Backoff(settings.firstRetry()),
                settings.giveUpAfter(),
                new WebhookMeters(registry, running::get),
                clock);
        couriers = new Couriers(office, whose, running);
    }

    public void start() {
        directory.start();
        couriers.start();
    }

    public List<Check> checks() {
        return directory.checks();
    }

    /// @return by when they were made
    public List<Known> all() {
        requireComplete();
        return directory.all().stream()
                .sorted((one, other) -> one.createdAt().compareTo(other.createdAt()))
                .map(this::known)
                .toList();
    }

    public Known get(String id) {
        return known(find(id));
    }

    /// @param reader whose it is; absent where readers have no keys
    /// @param after begin after this cursor
    /// @param since else at this time; where neither is given, with what happens from now on
    /// @return with its secret, which is told once
    public Known create(
            @Nullable String reader, String url, JsonNode filter, @Nullable Cursor after, @Nullable Instant since) {
        requireComplete();
        address.require(url);
        FilterReader.read(filter);
        if (directory.all().size() >= settings.most()) {
            throw new WebhookRefusedException(
                    Reason.TOO_MANY,
                    "There are " + settings.most() + " webhooks, as many as index.max-webhooks allows.");
        }
        Instant now = clock.instant();
        var made = new WebhookSubscription(
                "whk_" + UUID.randomUUID().toString().replace("-", ""),
                reader,
                url,
                filter,
                List.of(SigningSecret.fresh().written()),
                State.ACTIVE,
                null,
                from(after, since).toString(),
                0,
                now,
                now);
        directory.add(made);
        return known(made);
    }

    public Known pause(String id) {
        return changed(id, webhook -> webhook.in(State.PAUSED, null, clock.instant()));
    }

    /// Goes on where it was, at once and with as much patience as a new one.
    public Known resume(String id) {
        return changed(id, webhook -> webhook.in(State.ACTIVE, null, clock.instant()));
    }

    /// A new secret, which is told once. Deliveries are signed with it and the one before.
    public Known rotate(String id) {
        return changed(id, webhook -> {
            var secrets = new ArrayList<String>();
            secrets.add(SigningSecret.fresh().written());
            secrets.addAll(webhook.secrets());
            return webhook.withSecrets(secrets.subList(0, Math.min(KEPT_SECRETS, secrets.size())), clock.instant());
        });
    }

    /// Delivers again what followed a cursor or a time.
    public Known replay(String id, @Nullable Cursor after, @Nullable Instant since) {
        String from = from(after, since).toString();
        return changed(id, webhook -> webhook.beginning(from, clock.instant()));
    }

    public void delete(String id) {
        requireComplete();
        if (!directory.delete(id)) {
            throw unknown(id);
        }
    }

    /// Posts a message that is no event, once.
    public Attempt test(String id) {
        WebhookSubscription subscription = find(id);
        Instant now = clock.instant();
        WebhookMessage message = WebhookMessage.test(subscription, now);
        Answer answer = client.post(HttpUrl.get(subscription.url()), message, subscription.secrets());
        return new Attempt(message.id(), now, answer.took().toMillis(), answer.status(), answer.error());
    }

    @Override
    public void close() {
        couriers.close();
        directory.close();
        client.close();
    }

    private Cursor from(@Nullable Cursor after, @Nullable Instant since) {
        if (after != null) {
            requireKnown(after);
            return after;
        }
        return since == null ? subscribers.position() : feed.from(since).reached();
    }

    private WebhookSubscription find(String id) {
        requireComplete();
        WebhookSubscription subscription = directory.find(id);
        if (subscription == null) {
            throw unknown(id);
        }
        return subscription;
    }

    private static WebhookRefusedException unknown(String id) {
        return new WebhookRefusedException(Reason.UNKNOWN, "There is no subscription '%s'.".formatted(id));
    }

    /// One that is not would be waited for and never come.
    private void requireKnown(Cursor after) {
        try {
            if (!subscribers.awaitKnown(after, KNOWN_WITHIN)) {
                throw new WebhookRefusedException(
                        Reason.UNKNOWN_CURSOR,
                        "The cursor %s is not from this feed. Begin at a time.".formatted(after));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WebhookRefusedException(Reason.STARTING, "The service stops.");
        }
    }

    private void requireComplete() {
        if (!directory.isComplete()) {
            throw new WebhookRefusedException(Reason.STARTING, "The subscriptions are not read yet.");
        }
    }

    private Known known(WebhookSubscription subscription) {
        return new Known(subscription, directory.progress(subscription));
    }

    private Known changed(String id, UnaryOperator<WebhookSubscription> change) {
        requireComplete();
        WebhookSubscription changed = directory.change(id, change);
        if (changed == null) {
            throw unknown(id);
        }
        return known(changed);
    }
}
