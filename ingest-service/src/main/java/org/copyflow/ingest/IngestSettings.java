package org.copyflow.ingest;

import java.nio.file.Path;
import java.time.Duration;
import org.copyflow.kit.settings.Setting;

/// What ingest can be told.
public record IngestSettings(
        @Setting(key = "ingest.host", byDefault = "127.0.0.1", is = "Address to listen on.")
        String host,

        @Setting(
                key = "ingest.port",
                byDefault = "8081",
                is = "Port to listen on; 0 takes a free one.",
                min = 0,
                max = 65_535)
        int port,

        @Setting(
                key = "ingest.sources-file",
                byDefault = "",
                is = "JSON file of the sources that may push, with hashes of their keys (docs/access.md);"
                        + " read again when it changes.")
        String sourcesFile,

        @Setting(
                key = "ingest.open",
                byDefault = "false",
                is = "Whether whoever reaches the port may push as any source, without a key;"
                        + " needed only where it listens on more than the loopback without a sources file.")
        boolean open,

        @Setting(
                key = "ingest.max-body-bytes",
                byDefault = "5242880",
                is = "Largest body of one article, in bytes, inflated.",
                min = 1,
                max = 1_000_000_000)
        int maxBodyBytes,

        @Setting(
                key = "ingest.max-batch-body-bytes",
                byDefault = "33554432",
                is = "Largest body of a batch, in bytes, inflated.",
                min = 1,
                max = 1_000_000_000)
        int maxBatchBodyBytes,

        @Setting(
                key = "ingest.max-batch-items",
                byDefault = "500",
                is = "Most articles that a batch or a feed may carry.",
                min = 1,
                max = 100_000)
        int maxBatchItems,

        @Setting(
                key = "ingest.max-pushes",
                byDefault = "256",
                is = "Most pushes under way at once; more are answered 503.",
                min = 1,
                max = 100_000)
        int maxPushes,

        @Setting(
                key = "ingest.max-in-flight-bytes",
                byDefault = "134217728",
                is = "Most bytes that the bodies of pushes under way, and the items that they are taken apart into,"
                        + " may hold in memory; more are answered 503.",
                min = 1_048_576)
        long maxInFlightBytes,

        @Setting(
                key = "ingest.slow-body-patience",
                byDefault = "15s",
                is = "How long a body may come slower than 1 KiB a second, in all, before it is answered 408.",
                min = 100,
                max = 600_000)
        Duration slowBodyPatience,

        @Setting(
                key = "ingest.publish-timeout",
                byDefault = "10s",
                is = "How long Kafka may take to acknowledge an article before the push is answered 503.",
                min = 300,
                max = 600_000)
        Duration publishTimeout,

        @Setting(
                key = "ingest.max-dry-runs",
                byDefault = "2",
                is = "Most dry runs under way at once; more are answered 503.",
                min = 1,
                max = 1_000)
        int maxDryRuns,

        @Setting(
                key = "ingest.dry-run-timeout",
                byDefault = "20s",
                is = "How long a dry run may take, the first one's loading of models included.",
                min = 1,
                max = 600_000)
        Duration dryRunTimeout,

        @Setting(
                key = "ingest.receipts-kept",
                byDefault = "200000",
                is = "Most outcomes of articles kept in memory to answer receipts.",
                min = 1,
                max = 100_000_000)
        int receiptsKept,

        @Setting(
                key = "ingest.receipts-kept-for",
                byDefault = "24h",
                is = "How far back outcomes are read again at the start.",
                min = 0)
        Duration receiptsKeptFor,

        @Setting(
                key = "ingest.folder",
                is = "Hot folder: files dropped in FOLDER/SOURCE are pushed by that source; empty for none.")
        String folder,

        @Setting(
                key = "ingest.folder-settle",
                byDefault = "2s",
                is = "How long a file of the hot folder must not have changed to be taken as complete.",
                max = 86_400_000,
                min = 0)
        Duration folderSettle,

        @Setting(
                key = "ingest.feeds-file",
                is = "File that lists feeds to read: address, source and perhaps interval on a line; empty for none.")
        String feedsFile,

        @Setting(
                key = "ingest.feeds-interval",
                byDefault = "10m",
                is = "How long to wait between two looks at a feed that names no interval of its own.",
                min = 60_000,
                max = 604_800_000)
        Duration feedsInterval,

        @Setting(
                key = "ingest.feeds-host-gap",
                byDefault = "2s",
                is = "How long a host is left alone after one of its feeds was asked for.",
                min = 0,
                max = 3_600_000)
        Duration feedsHostGap,

        @Setting(
                key = "ingest.feeds-private",
                byDefault = "false",
                is = "Whether feeds may be on addresses that are not public, as 10.1.2.3 or localhost.")
        boolean feedsPrivate,

        @Setting(
                key = "ingest.state-dir",
                byDefault = "data/ingest",
                is = "Directory of what is remembered of feeds; if lost, their items are pushed again as duplicates.")
        Path stateDir) {}
