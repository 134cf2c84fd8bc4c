package org.copyflow.ingest.feeds;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.copyflow.events.raw.RawArticle;
import org.copyflow.ingest.publish.PushCounts;
import org.copyflow.kit.server.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// Counts and logs how it goes with feeds. A look that found nothing new is not worth a line; one that begins to fail,
/// or works again, is. Thread-safe.
final class FeedLog {

    private static final Logger LOG = LoggerFactory.getLogger(FeedLog.class);

    private final MeterRegistry registry;
    private final PushCounts counts;
    private final Map<Feed, FeedMemory> states = new ConcurrentHashMap<>();

    FeedLog(MeterRegistry registry) {
        this.registry = registry;
        counts = new PushCounts(registry);
        gauge("good", this::good);
        gauge("failing", this::failing);
        gauge("gone", this::gone);
    }

    private void gauge(String state, Supplier<Number> number) {
        Gauge.builder("copyflow.ingest.feeds", number)
                .description("Feeds, by how they are")
                .tag("state", state)
                .register(registry);
    }

    void accepted(RawArticle article) {
        counts.accepted(article);
    }

    void refused(Feed feed, ProblemException reason) {
        counts.refused(feed.source(), reason.problem().code());
        LOG.atInfo()
                .addKeyValue("feed", feed.url())
                .addKeyValue("source", feed.source())
                .addKeyValue("code", reason.problem().code())
                .addKeyValue("why", reason.problem().detail())
                .log("an item of a feed was refused");
    }

    /// These feeds, and no others, are looked at now.
    void listed(Map<Feed, FeedMemory> feeds) {
        states.keySet().retainAll(feeds.keySet());
        states.putAll(feeds);
        LOG.atInfo().addKeyValue("feeds", feeds.size()).log("feeds listed");
    }

    void looked(Feed feed, FeedMemory before, FeedVisit.Result result) {
        FeedMemory after = result.memory();
        states.replace(feed, after);
        Counter.builder("copyflow.ingest.feed.looks")
                .description("Looks at feeds, by what came of them")
                .tag("outcome", result.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .register(registry)
                .increment();
        switch (result.outcome()) {
            case NEW -> line(feed, after).addKeyValue("pushed", result.pushed()).log("feed read");
            case UNCHANGED -> {
                if (before.failures() > 0) {
                    line(feed, after).log("feed works again");
                }
            }
            case FAILED -> {
                var level = after.failures() == 1 ? LOG.atWarn() : LOG.atInfo();
                level.addKeyValue("feed", feed.url())
                        .addKeyValue("source", feed.source())
                        .addKeyValue("failures", after.failures())
                        .addKeyValue("next", after.nextAt())
                        .addKeyValue("why", after.problem())
                        .log("feed failed");
            }
            case GONE ->
                LOG.atWarn()
                        .addKeyValue("feed", feed.url())
                        .log("feed is gone for good (410) and not asked for any more: take it off the list");
            case KAFKA_UNAVAILABLE -> line(feed, after).log("Kafka takes nothing: the feed waits");
        }
        if (after.movedTo() != null && !after.movedTo().equals(before.movedTo())) {
            line(feed, after)
                    .addKeyValue("to", after.movedTo())
                    .log("feed has moved for good: put its new address on the list");
        }
    }

    private static LoggingEventBuilder line(Feed feed, FeedMemory memory) {
        return LOG.atInfo()
                .addKeyValue("feed", feed.url())
                .addKeyValue("source", feed.source())
                .addKeyValue("next", memory.nextAt());
    }

    /// As `12 feeds, 1 failing, 0 gone`.
    String summary() {
        Collection<FeedMemory> all = states.values();
        return all.size() + (all.size() == 1 ? " feed, " : " feeds, ") + failing() + " failing, " + gone() + " gone";
    }

    private long good() {
        return states.size() - failing() - gone();
    }

    private long failing() {
        return states.values().stream()
                .filter(memory -> !memory.gone() && memory.failures() > 0)
                .count();
    }

    private long gone() {
        return states.values().stream().filter(FeedMemory::gone).count();
    }
}
