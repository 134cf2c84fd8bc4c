package org.copyflow.index.webhooks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.KafkaException;
import org.copyflow.events.subscription.WebhookProgress;
import org.copyflow.events.subscription.WebhookSubscription;
import org.jspecify.annotations.Nullable;

/// Webhooks in memory.
final class FakeRegister implements WebhookRegister {

    /// How many changes fail from now on, as they do while Kafka does not answer.
    final AtomicInteger failures = new AtomicInteger();

    private final Map<String, WebhookSubscription> subscriptions = new ConcurrentHashMap<>();
    private final Map<String, WebhookProgress> progress = new ConcurrentHashMap<>();

    void add(WebhookSubscription subscription) {
        subscriptions.put(subscription.id(), subscription);
    }

    @Override
    public boolean isComplete() {
        return true;
    }

    @Override
    public Collection<WebhookSubscription> all() {
        return List.copyOf(subscriptions.values());
    }

    @Override
    public @Nullable WebhookSubscription find(String id) {
        return subscriptions.get(id);
    }

    @Override
    public @Nullable WebhookProgress progress(WebhookSubscription subscription) {
        return progress.get(subscription.id());
    }

    @Override
    public @Nullable WebhookSubscription change(String id, UnaryOperator<WebhookSubscription> change) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new KafkaException("not now");
        }
        return subscriptions.computeIfPresent(id, (_, was) -> change.apply(was));
    }

    @Override
    public void write(WebhookProgress reached) {
        progress.put(reached.id(), reached);
    }

    @Override
    public void forget(String id) {
        progress.remove(id);
    }
}
