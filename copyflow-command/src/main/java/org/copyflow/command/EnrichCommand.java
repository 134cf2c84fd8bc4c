package org.copyflow.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.copyflow.dryrun.BatchLines;
import org.copyflow.dryrun.DryRun;
import org.copyflow.dryrun.Input;
import org.copyflow.enrich.pipeline.Enricher;
import org.copyflow.enrich.pipeline.KnownAnnotators;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.registry.KnownFormats;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `copyflow enrich`: enriches files or a batch without Kafka, a JSON line an input.
@Command(
        name = "enrich",
        description = {
            "Enriches files without Kafka and without publishing.",
            "Prints one JSON line an input, in input order: {\"input\", \"outcome\", \"error\"?, \"articles\"}."
        })
final class EnrichCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The files to enrich.")
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
            description = "The files' media type; guessed where it is not given.")
    private @Nullable String mediaType;

    @Option(names = "--explain", description = "Adds to each article what its fields were taken from.")
    private boolean explain;

    private boolean allReadable = true;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (files.isEmpty() && batch == null) {
            throw usage("Nothing to enrich: name files, or a batch with --batch.");
        }
        enrich(fileInputs());
        if (batch != null) {
            try (var lines = new BufferedReader(new InputStreamReader(open(batch), StandardCharsets.UTF_8))) {
                enrich(BatchLines.of(lines));
            }
        }
        return allReadable ? 0 : Copyflow.REFUSED;
    }

    private Stream<Input> fileInputs() {
        MediaType given = given();
        return files.stream().map(file -> new Input.OfFile(file, given));
    }

    private @Nullable MediaType given() {
        try {
            return mediaType == null ? null : MediaType.parse(mediaType);
        } catch (IllegalArgumentException e) {
            throw usage("--media-type: " + e.getMessage());
        }
    }

    private void enrich(Stream<Input> inputs) throws InterruptedException {
        Clock clock = Clock.systemUTC();
        var enricher = new Enricher(KnownFormats.readers(), KnownAnnotators.all(), clock);
        PrintWriter out = spec().commandLine().getOut();
        new DryRun(enricher, clock, explain).run(inputs.iterator(), result -> {
            out.println(result.json());
            allReadable &= result.readable();
            return !out.checkError();
        });
    }

    private InputStream open(String path) {
        try {
            return path.equals("-") ? System.in : Files.newInputStream(Path.of(path));
        } catch (IOException e) {
            throw usage("--batch: the file " + path + " cannot be read: " + e.getMessage());
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli sets it");
    }
}
