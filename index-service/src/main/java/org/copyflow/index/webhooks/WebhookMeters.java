package org.copyflow.index.webhooks;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/// What operators see of webhooks.
final class WebhookMeters {

    private final Counter delivered;
    private final Counter failed;

    /// @param running how many webhooks this instance delivers
    WebhookMeters(MeterRegistry registry, Supplier<Number> running) {
        delivered = attempts(registry, "delivered");
        failed = attempts(registry, "failed");
        Gauge.builder("copyflow.index.webhooks", running)
                .description("Webhooks that this instance delivers")
                .register(registry);
    }

    void attempted(boolean arrived) {
        (arrived ? delivered : failed).increment();
    }

    private static Counter attempts(MeterRegistry registry, String outcome) {
        return Counter.builder("copyflow.index.webhook.attempts")
                .description("Attempts to deliver an event")
                .tag("outcome", outcome)
                .register(registry);
    }
}
