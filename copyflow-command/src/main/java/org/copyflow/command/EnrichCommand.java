package org.copyflow.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.copyflow.configuration.Configuration;
import org.copyflow.configuration.SettingsOptions;
import org.copyflow.dryrun.DryRun;
import org.copyflow.dryrun.ExplainedForPeople;
import org.copyflow.dryrun.Explainer;
import org.copyflow.enrich.EnrichService;
import org.copyflow.enrichment.decision.CopyDesk;
import org.copyflow.enrichment.pipeline.Enricher;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.registry.KnownFormats;
import org.copyflow.ingest.dryrun.FirstPush;
import org.copyflow.ingest.push.Intake;
import org.copyflow.input.BatchLines;
import org.copyflow.input.Input;
import org.copyflow.running.LoneService;
import org.copyflow.terminal.CommandFailure;
import org.copyflow.terminal.Exit;
import org.copyflow.terminal.MediaTypeConverter;
import org.copyflow.terminal.Output;
import org.copyflow.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `copyflow enrich`: enriches files or a batch without Kafka, a JSON line an input; without either, but with a Kafka
/// cluster, it runs the enrich service alone.
@Command(
        name = "enrich",
        description = {
            "Enriches files without Kafka and without publishing.",
            "Prints one JSON line an input, in input order: "
                    + "{\"input\", \"outcome\", \"error\"?, \"items\"?, \"articles\"}, "
                    + "as a first push would leave the pipeline.",
            "Without files, but with a Kafka cluster (--bootstrap-server or the setting), "
                    + "it runs the enrich service alone."
        })
final class EnrichCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "FILE", description = "The files to enrich; - for standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--batch",
            paramLabel = "FILE",
            description =
                    "Lines of {\"id\", \"url\"?, \"mediaType\", \"content\", \"language\"?}; - for standard input.")
    private @Nullable String batch;

    @Option(
            names = "--media-type",
            paramLabel = "TYPE",
            converter = MediaTypeConverter.class,
            description = "The files' media type; guessed where it is not given.")
    private @Nullable MediaType mediaType;

    @Option(
            names = "--explain",
            description = "Tells why: what each field was taken from, what might have been the body with scores, "
                    + "what was dropped. For people on a terminal, else in the JSON.")
    private boolean explain;

    @Mixin
    private final SettingsOptions settings = new SettingsOptions();

    private boolean allReadable = true;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (files.isEmpty() && batch == null) {
            return runService();
        }
        enrich(Input.OfFile.all(files, mediaType));
        if (batch != null) {
            try (var lines = new BufferedReader(new InputStreamReader(open(batch), StandardCharsets.UTF_8))) {
                enrich(BatchLines.of(lines));
            }
        }
        return allReadable ? Exit.DONE : Exit.IN_PART;
    }

    private int runService() throws InterruptedException {
        if (!settings.namesBroker()) {
            throw CommandFailure.usage(
                    "Nothing to enrich: name files, or a batch with --batch, or a Kafka cluster with "
                            + "--bootstrap-server to run the service.");
        }
        Configuration read = settings.read();
        LoneService.run(metrics -> new EnrichService(read.enrich(), read.kafka(), metrics), output.out());
        return Exit.DONE;
    }

    private void enrich(Stream<Input> inputs) throws InterruptedException {
        Clock clock = Clock.systemUTC();
        Configuration read = settings.read();
        Enricher enricher = EnrichService.enricher(read.enrich());
        var intake = new Intake(KnownFormats.readers(), clock, read.ingest().maxBatchItems());
        var desk = new CopyDesk(
                explain ? enricher.explaining() : enricher,
                clock,
                CopyDesk.maxArticleBytes(read.kafka().maxRecordBytes()));
        new DryRun(intake, new FirstPush(desk, explain), explain ? explainer() : null)
                .run(inputs.iterator(), result -> {
                    output.out().println(result.text());
                    allReadable &= result.readable();
                    return !output.out().checkError();
                });
    }

    /// For people on a terminal, in colour unless `NO_COLOR` says otherwise; as JSON for programs.
    private static Explainer explainer() {
        if (!Terminal.showsOutput()) {
            return new Explainer(KnownFormats.readers(), new Explainer.AsJson());
        }
        String noColor = System.getenv("NO_COLOR");
        return new Explainer(KnownFormats.readers(), new ExplainedForPeople(noColor == null || noColor.isEmpty()));
    }

    private static InputStream open(String path) {
        try {
            return path.equals("-") ? System.in : Files.newInputStream(Path.of(path));
        } catch (IOException e) {
            throw CommandFailure.usage("--batch: the file " + path + " cannot be read: " + e);
        }
    }
}
