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

/// All webhooks and how far each has come, as Kafka has them. Thread-safe.
final class WebhookDirectory implements AutoCloseable {

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

    /// Whether everything that stood in Kafka at the start is known.
    boolean isComplete() {
        return checks().stream().allMatch(Check::passed);
    }

    Collection<WebhookSubscription> all() {
        return subscriptions.all();
    }

    @Nullable
    WebhookSubscription find(String id) {
        return subscriptions.find(id);
    }

    /// How far it has come in its present round.
    @Nullable
    WebhookProgress progress(WebhookSubscription subscription) {
        WebhookProgress known = progress.find(subscription.id());
        return known == null || known.round() != subscription.round() ? null : known;
    }

    /// Returns once Kafka has it.
    ///
    /// @throws org.apache.kafka.common.KafkaException where it is not known to have it
    void add(WebhookSubscription subscription) {
        subscriptions.put(subscription.id(), subscription);
    }

    /// Changes a webhook as it is now. On one instance changes come one after the other, so none takes back another;
    /// of two that come to different instances in the same moment, the later one stands.
    ///
    /// @param change makes what it shall be; the same where nothing is to be changed
    /// @return as it is then; absent where there is none
    /// @throws org.apache.kafka.common.KafkaException where it is not known to be changed
    synchronized @Nullable WebhookSubscription change(String id, UnaryOperator<WebhookSubscription> change) {
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

    /// Does not wait: what is lost here is delivered again.
    void write(WebhookProgress reached) {
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

    /// Forgets how far one has come that is no more. Does not wait.
    void forget(String id) {
        progress.post(id, null);
    }

    @Override
    public void close() {
        subscriptions.close();
        progress.close();
    }
}
