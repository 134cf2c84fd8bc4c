package org.copyflow.benchmarks.topics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.copyflow.enrichment.topics.taxonomy.MediaTopic;
import org.copyflow.enrichment.topics.taxonomy.MediaTopics;
import org.jspecify.annotations.Nullable;

/// An item written for training.
///
/// @param topics what it is about, what it is about most first
public record Seed(List<MediaTopic> topics, String headline, String text) {

    private static final int FIELDS = 3;

    public Seed {
        topics = List.copyOf(topics);
    }

    /// All seeds of a folder of `.tsv` files, by file name and line: codes with commas between, headline, text.
    ///
    /// @throws IllegalArgumentException where a code is unknown or retired, a line is no seed, or an item
    ///     comes twice
    public static List<Seed> all(Path folder, MediaTopics topics) throws IOException {
        var seeds = new ArrayList<Seed>();
        var seen = new HashSet<String>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".tsv")).sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    String at = file.getFileName() + ":" + (i + 1);
                    if (!lines.get(i).isBlank()) {
                        Seed seed = parse(lines.get(i), topics, at);
                        if (!seen.add(seed.headline + '\t' + seed.text)) {
                            throw new IllegalArgumentException(at + ": the item came before: " + seed.headline);
                        }
                        seeds.add(seed);
                    }
                }
            }
        }
        return seeds;
    }

    private static Seed parse(String line, MediaTopics topics, String at) {
        String[] fields = line.split("\t", -1);
        if (fields.length > FIELDS || fields.length < 2 || fields[1].isBlank()) {
            throw new IllegalArgumentException(at + ": codes, headline and text are expected: " + line);
        }
        var found = new ArrayList<MediaTopic>();
        for (String code : fields[0].split(",", -1)) {
            String id = "medtop:" + code.strip();
            @Nullable MediaTopic topic = topics.isRetired(id) ? null : topics.find(id);
            if (topic == null) {
                throw new IllegalArgumentException(at + ": " + code + " is no code in use");
            }
            found.add(topic);
        }
        return new Seed(found, fields[1].strip(), fields.length < FIELDS ? "" : fields[2].strip());
    }
}
