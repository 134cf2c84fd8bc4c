package org.copyflow.benchmarks.formats;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.copyflow.formats.SourceDocument;

/// The counts of one format. Not thread-safe.
final class FormatTally {

    private static final int SHOWN_FIELDS = 40;

    private int files;
    private int items;
    private int read;
    private int warned;
    private int fields;
    private int lostFields;
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Map<String, Integer> lost = new TreeMap<>();

    void file() {
        files++;
    }

    void item() {
        items++;
    }

    void refused(String code) {
        refused.merge(code, 1, Integer::sum);
    }

    void read(SourceDocument document, Iterable<SourceLeaves.Leaf> source) {
        read++;
        warned += document.warnings().isEmpty() ? 0 : 1;
        var held = HeldText.of(document);
        for (SourceLeaves.Leaf leaf : source) {
            fields++;
            if (!held.holds(leaf.value())) {
                lostFields++;
                lost.merge(leaf.path(), 1, Integer::sum);
            }
        }
    }

    /// @param format the format's name
    String text(String format) {
        String fieldsLost = lost.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(SHOWN_FIELDS)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return format + ": " + files + " files, " + items + " items, " + read + " read (" + warned + " with warnings), "
                + "refused " + refused + "; of " + fields + " fields " + lostFields + " ended nowhere"
                + (fieldsLost.isEmpty() ? "" : ": " + fieldsLost);
    }
}
