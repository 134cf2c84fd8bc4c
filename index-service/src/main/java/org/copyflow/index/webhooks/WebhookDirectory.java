package org.copyflow.index.webhooks;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.events.subscription.WebhookProgress;
import org.copyflow.events.subscription.WebhookSubscription;
import org.copyflow.index.table.SharedTable;
import org.copyflow.kit.Check;
import org.copyflow.kit.kafka.KafkaSettings;
import org.jspecify.annotations.Nullable;

/// The register in Kafka. Thread-safe.
final class WebhookDirectory implements WebhookRegister, AutoCloseable {

    private final SharedTable<WebhookSubscription> subscriptions;
    private final SharedTable<WebhookProgress> progress;

    WebhookDirectory(KafkaSettings kafka) {
        subscriptions = new SharedTable<>(kafka, EventTopics.SUBSCRIPTIONS, SharedTable.Changes.unheard());
        progress = new SharedTable<>(kafka, EventTopics.SUBSCRIPTIONS_PROGRESS, SharedTable.Changes.unheard());
    }

    void start() {
        subscriptions.start();
        progress.start();
    }

    List<Check> checks() {
        return List.of(subscriptions.check(), progress.check());
    }

    @Override
    public boolean isComplete() {
        return checks().stream().allMatch(Check::passed);
    }

    @Override
    public Collection<WebhookSubscription> all() {
        return subscriptions.all();
    }

    @Override
    public @Nullable WebhookSubscription find(String id) {
        return subscriptions.find(id);
    }

    @Override
    public @Nullable WebhookProgress progress(WebhookSubscription subscription) {
        WebhookProgress known = progress.find(subscription.id());
        return known == null || known.round() != subscription.round() ? null : known;
    }

    /// Returns once Kafka has it.
    ///
    /// @throws org.apache.kafka.common.KafkaException where it is not known to have it
    void add(WebhookSubscription subscription) {
        subscriptions.put(subscription.id(), subscription);
    }

    @Override
    public synchronized @Nullable WebhookSubscription change(String id, UnaryOperator<WebhookSubscription> change) {
        WebhookSubscription was = subscriptions.find(id);
        if (was == null) {
            return null;
        }
        WebhookSubscription is = change.apply(was);
        if (!is.equals(was)) {
            subscriptions.put(id, is);
        }
        return is;
    }

    @Override
    public void write(WebhookProgress reached) {
        progress.post(reached.id(), reached);
    }

    /// Returns once it is no more.
    ///
    /// @return whether it was there
    /// @throws org.apache.kafka.common.KafkaException where it is not known to be gone
    synchronized boolean delete(String id) {
        if (subscriptions.find(id) == null) {
            return false;
        }
        subscriptions.remove(id);
        forget(id);
        return true;
    }

    @Override
    public void forget(String id) {
        progress.post(id, null);
    }

    @Override
    public void close() {
        subscriptions.close();
        progress.close();
    }
}
