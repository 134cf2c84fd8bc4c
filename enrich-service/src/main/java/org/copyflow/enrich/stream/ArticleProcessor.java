package org.copyflow.enrich.stream;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.copyflow.enrichment.decision.CopyDesk;
import org.copyflow.kit.pace.PromptCommits;
import org.jspecify.annotations.Nullable;

/// Ties an [ArticleTask] to Kafka Streams: each record, and four times a second a look at what is due.
final class ArticleProcessor implements Processor<String, byte[], String, byte[]> {

    private static final Duration RELEASE_INTERVAL = Duration.ofMillis(250);

    private final CopyDesk desk;
    private final EnrichMeters meters;
    private final Clock clock;
    private final int maxRecordBytes;
    private final PromptCommits commits;
    private @Nullable ProcessorContext<String, byte[]> context;
    private @Nullable ArticleTask task;

    ArticleProcessor(CopyDesk desk, EnrichMeters meters, Clock clock, int maxRecordBytes, PromptCommits commits) {
        this.desk = desk;
        this.meters = meters;
        this.clock = clock;
        this.maxRecordBytes = maxRecordBytes;
        this.commits = commits;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        ArticleTask made = new ArticleTask(context, desk, meters, new EnrichRecords(context, clock, maxRecordBytes));
        context.schedule(RELEASE_INTERVAL, PunctuationType.WALL_CLOCK_TIME, _ -> made.release());
        task = made;
        this.context = context;
    }

    @Override
    public void process(Record<String, byte[]> record) {
        Objects.requireNonNull(task, "init comes first").process(record);
        commits.processed(Objects.requireNonNull(context));
    }
}
