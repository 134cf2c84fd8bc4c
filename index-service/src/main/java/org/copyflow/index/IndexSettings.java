package org.copyflow.index;

import java.nio.file.Path;
import java.time.Duration;
import org.copyflow.index.comparison.ComparisonLimits;
import org.copyflow.index.stories.StoryLimits;
import org.copyflow.index.stream.IndexLimits;
import org.copyflow.kit.settings.Setting;

/// What can be set of the index service; the cluster and the commit interval are Kafka's own settings.
public record IndexSettings(
        @Setting(key = "index.host", byDefault = "127.0.0.1", is = "Address on which the API and the page are served.")
        String host,

        @Setting(
                key = "index.port",
                byDefault = "8080",
                is = "Port on which the API and the page are served; 0 takes a free one.",
                min = 0,
                max = 65_535)
        int port,

        @Setting(
                key = "index.advertised-host",
                byDefault = "",
                is = "Name or address by which other instances reach this one; empty for index.host.")
        String advertisedHost,

        @Setting(
                key = "index.public-address",
                byDefault = "",
                is = "Address under which readers reach the index, as https://news.example, for the links in feeds;"
                        + " empty for the one that a request names.")
        String publicAddress,

        @Setting(
                key = "index.instances-key",
                byDefault = "",
                is = "Secret by which instances know each other; may be empty on the loopback without readers' keys.")
        String instancesKey,

        @Setting(
                key = "index.readers-file",
                byDefault = "",
                is = "JSON file of those who may read, with hashes of their keys and what each may do (docs/access.md);"
                        + " read again when it changes.")
        String readersFile,

        @Setting(
                key = "index.open",
                byDefault = "false",
                is = "Whether whoever reaches the port may read, without a key;"
                        + " needed only where it listens on more than the loopback without a readers file.")
        boolean open,

        @Setting(
                key = "index.state-dir",
                byDefault = "data/index",
                is = "Directory of the local state stores, not shared between processes; rebuilt from Kafka if lost.")
        Path stateDir,

        @Setting(
                key = "index.threads",
                byDefault = "1",
                is = "Stream threads; more than there are cores or partitions help nothing.",
                min = 1,
                max = 256)
        int threads,

        @Setting(
                key = "index.articles-per-topic",
                byDefault = "1000",
                is = "Articles kept in a topic's list, the newest; its total counts all.",
                min = 1,
                max = 1_000_000)
        int articlesPerTopic,

        @Setting(
                key = "index.history-per-topic",
                byDefault = "1000",
                is = "Events kept of a topic, the latest, for subscribers that come back.",
                min = 1,
                max = 1_000_000)
        int historyPerTopic,

        @Setting(
                key = "index.newest-per-view",
                byDefault = "20",
                is = "Articles in a topic's view, the newest.",
                min = 1,
                max = 200)
        int newestPerView,

        @Setting(
                key = "index.counted-per-view",
                byDefault = "500",
                is = "Articles, the newest, over which a view counts sources, people and organisations.",
                min = 1,
                max = 10_000)
        int countedPerView,

        @Setting(
                key = "index.names-per-view",
                byDefault = "20",
                is = "Names in each of a view's counts, the most frequent.",
                min = 1,
                max = 1_000)
        int namesPerView,

        @Setting(
                key = "index.hours-per-view",
                byDefault = "168",
                is = "Hours, the last, for each of which a view says how many articles are from it.",
                min = 1,
                max = 2_160)
        int hoursPerView,

        @Setting(
                key = "index.days-per-view",
                byDefault = "90",
                is = "Days, the last, for each of which a view says how many articles are from it.",
                min = 1,
                max = 3_660)
        int daysPerView,

        @Setting(
                key = "index.figures-per-view",
                byDefault = "10",
                is = "Figures in a view, the latest.",
                min = 1,
                max = 200)
        int figuresPerView,

        @Setting(
                key = "index.publish-interval",
                byDefault = "1s",
                is = "How often the view of a topic that changes all the time is published to Kafka, and a story.",
                min = 10)
        Duration publishInterval,

        @Setting(
                key = "index.publish-percent",
                byDefault = "10",
                is = "How much of a thread's time, in percent, making these views may take, and as much the stories;"
                        + " beyond it they come later. 100 is no bound.",
                min = 1,
                max = 100)
        int publishPercent,

        @Setting(
                key = "index.duplicate-window",
                byDefault = "72h",
                is = "How far apart in receipt a near-duplicate and its original may be.",
                min = 1)
        Duration duplicateWindow,

        @Setting(
                key = "index.compared-articles",
                byDefault = "50000",
                is = "Articles of one language that are compared, the newest; some 3 KB of heap each.",
                min = 1,
                max = 10_000_000)
        int comparedArticles,

        @Setting(
                key = "index.story-window",
                byDefault = "72h",
                is = "A story is closed when its newest article was received so long ago.",
                min = 1)
        Duration storyWindow,

        @Setting(
                key = "index.articles-per-story",
                byDefault = "2000",
                is = "Articles of one story that are kept, the newest, copies not counted.",
                min = 2,
                max = 1_000_000)
        int articlesPerStory,

        @Setting(
                key = "index.story-embeddings",
                byDefault = "true",
                is = "Whether stories go by the meaning of English and Chinese headlines, too: 1 ms, and 60 MB a"
                        + " language.")
        boolean storyEmbeddings,

        @Setting(
                key = "index.story-embedding-percent",
                byDefault = "10",
                is = "How much of a thread's time, in percent, these may take; beyond it a headline goes by its words."
                        + " 100 is no bound.",
                min = 0,
                max = 100)
        int storyEmbeddingPercent,

        @Setting(
                key = "index.max-streams",
                byDefault = "4000",
                is = "Event streams served at a time; more are refused.",
                min = 1,
                max = 1_000_000)
        int maxStreams,

        @Setting(
                key = "index.stream-queue-events",
                byDefault = "1000",
                is = "Events that wait for a slow reader before its stream is cut off.",
                min = 1,
                max = 100_000)
        int streamQueueEvents,

        @Setting(
                key = "index.remembered-events",
                byDefault = "5000",
                is = "Latest events in memory, some 6 KB each, for readers that come back; older ones are in Kafka.",
                min = 1,
                max = 1_000_000)
        int rememberedEvents,

        @Setting(
                key = "index.max-replay-events",
                byDefault = "10000",
                is = "Events with which a topic's stream begins at most when its reader comes back.",
                min = 1,
                max = 1_000_000)
        int maxReplayEvents,

        @Setting(
                key = "index.stream-patience",
                byDefault = "5s",
                is = "How long a new stream waits for the views to follow the feed before it is refused.")
        Duration streamPatience,

        @Setting(
                key = "index.stream-heartbeat",
                byDefault = "15s",
                is = "How long a stream is silent at most before a comment shows that it lives.")
        Duration streamHeartbeat,

        @Setting(
                key = "index.max-webhooks",
                byDefault = "1000",
                is = "Webhooks that there may be.",
                min = 1,
                max = 100_000)
        int maxWebhooks,

        @Setting(
                key = "index.webhooks-private",
                byDefault = "false",
                is = "Whether webhooks may point to addresses that are not public, as those of an own network.")
        boolean webhooksPrivate,

        @Setting(
                key = "index.webhook-patience",
                byDefault = "15s",
                is = "How long one attempt to deliver an event may take.",
                min = 100)
        Duration webhookPatience,

        @Setting(
                key = "index.webhook-first-retry",
                byDefault = "200ms",
                is = "How long after a first failure an event is tried again; then three times as long, up to an hour.",
                min = 10)
        Duration webhookFirstRetry,

        @Setting(
                key = "index.webhook-give-up-after",
                byDefault = "72h",
                is = "How long an address may fail before its webhook is ended.",
                min = 1)
        Duration webhookGiveUpAfter,

        @Setting(
                key = "index.search-patience",
                byDefault = "2s",
                is = "How long one search may take before it is refused.")
        Duration searchPatience) {

    /// What a topic keeps and shows.
    IndexLimits limits() {
        return new IndexLimits(
                articlesPerTopic,
                historyPerTopic,
                newestPerView,
                countedPerView,
                namesPerView,
                hoursPerView,
                daysPerView,
                figuresPerView,
                publishInterval,
                publishPercent);
    }

    /// How much is compared.
    ComparisonLimits comparison() {
        return new ComparisonLimits(
                duplicateWindow,
                comparedArticles,
                new StoryLimits(storyWindow, comparedArticles, articlesPerStory),
                publishInterval);
    }
}
