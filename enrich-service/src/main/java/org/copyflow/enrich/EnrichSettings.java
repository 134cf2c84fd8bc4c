package org.copyflow.enrich;

import java.nio.file.Path;
import org.copyflow.kit.settings.Setting;

/// What can be set of the enrich service; the cluster and the commit interval are Kafka's own settings.
public record EnrichSettings(
        @Setting(key = "enrich.host", byDefault = "127.0.0.1", is = "Address on which health and metrics are served.")
        String host,

        @Setting(
                key = "enrich.port",
                byDefault = "8082",
                is = "Port on which health and metrics are served; 0 takes a free one.",
                min = 0,
                max = 65_535)
        int port,

        @Setting(
                key = "enrich.state-dir",
                byDefault = "data/enrich",
                is = "Directory of the local state stores, not shared between processes; rebuilt from Kafka if lost.")
        Path stateDir,

        @Setting(
                key = "enrich.threads",
                byDefault = "1",
                is = "Stream threads; more than there are cores or partitions help nothing.",
                min = 1,
                max = 256)
        int threads,

        @Setting(
                key = "enrich.media-topics-file",
                byDefault = "",
                is = "JSON file of a newer release of IPTC Media Topics (docs/topics.md), instead of the one that comes"
                        + " with Copyflow.")
        String mediaTopicsFile,

        @Setting(
                key = "enrich.embedding-percent",
                byDefault = "10",
                is = "How much of a thread's time, in percent, embeddings for topics may take; beyond it words decide."
                        + " 100 is no bound.",
                min = 0,
                max = 100)
        int embeddingPercent) {}
