package org.copyflow.index.webhooks;

import java.util.Collection;
import java.util.function.UnaryOperator;
import org.copyflow.events.subscription.WebhookProgress;
import org.copyflow.events.subscription.WebhookSubscription;
import org.jspecify.annotations.Nullable;

/// All webhooks and how far each has come. Thread-safe.
interface WebhookRegister {

    /// Whether everything is known that stood there at the start.
    boolean isComplete();

    Collection<WebhookSubscription> all();

    @Nullable
    WebhookSubscription find(String id);

    /// How far it has come in its present round.
    @Nullable
    WebhookProgress progress(WebhookSubscription subscription);

    /// Changes a webhook as it is now. On one instance changes come one after the other, so none takes back another;
    /// of two that come to different instances in the same moment, the later one stands.
    ///
    /// @param change makes what it shall be; the same where nothing is to be changed
    /// @return as it is then; absent where there is none
    /// @throws org.apache.kafka.common.KafkaException where it is not known to be changed
    @Nullable
    WebhookSubscription change(String id, UnaryOperator<WebhookSubscription> change);

    /// Does not wait: what is lost here is delivered again.
    void write(WebhookProgress reached);

    /// Forgets how far one has come that is no more. Does not wait.
    void forget(String id);
}
