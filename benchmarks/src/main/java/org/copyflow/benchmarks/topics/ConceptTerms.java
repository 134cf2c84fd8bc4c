package org.copyflow.benchmarks.topics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.copyflow.enrichment.topics.taxonomy.MediaTopic;
import org.copyflow.enrichment.topics.taxonomy.MediaTopics;

/// Words and phrases that reporters use of a concept, its name among them.
///
/// @param text the name and the terms, as one text
record ConceptTerms(MediaTopic concept, String text) {

    private static final String BETWEEN = "; ";

    /// Every concept below the top level, with the terms that a file has for it: lines of a code, a tab and terms with
    /// `|` between.
    ///
    /// @throws IllegalArgumentException where a code is unknown or retired
    static List<ConceptTerms> all(Path file, MediaTopics topics, String language) throws IOException {
        Map<MediaTopic, String> terms = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split("\t", 2);
            String id = "medtop:" + fields[0].strip();
            MediaTopic concept = topics.isRetired(id) ? null : topics.find(id);
            if (concept == null || fields.length < 2) {
                throw new IllegalArgumentException(file.getFileName() + ": no code in use and terms: " + line);
            }
            terms.put(concept, BETWEEN + fields[1].replace("|", BETWEEN));
        }
        var all = new ArrayList<ConceptTerms>();
        for (MediaTopic concept : topics.all()) {
            if (!concept.path().isEmpty()) {
                all.add(new ConceptTerms(concept, concept.name(language) + terms.getOrDefault(concept, "")));
            }
        }
        return all;
    }
}
