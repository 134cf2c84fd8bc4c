package org.copyflow.benchmarks.formats;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.copyflow.events.EventJson;
import org.copyflow.formats.SourceDocument;
import org.copyflow.formats.fields.MachineTimes;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// All that came out of a document, to look up what went in.
///
/// @param values whole values, without spaces and in lower case
/// @param times every time among them
/// @param text everything in one
/// @param words every word
record HeldText(Set<String> values, Set<Instant> times, String text, Set<String> words) {

    private static final int SHORTEST_PART_CHARS = 4;
    private static final double MOST = 0.9;

    static HeldText of(SourceDocument document) {
        var held = new HeldText(new HashSet<>(), new HashSet<>(), "", new HashSet<>());
        var text = new StringBuilder();
        held.add(EventJson.mapper().valueToTree(document), text);
        return new HeldText(held.values, held.times, text.toString(), held.words);
    }

    private void add(JsonNode node, StringBuilder all) {
        if (node.isContainer()) {
            node.forEach(child -> add(child, all));
            return;
        }
        String value = node.asString("");
        String bare = bare(value);
        values.add(bare);
        all.append(bare).append('\n');
        words.addAll(Arrays.asList(words(value)));
        Instant time = MachineTimes.readInstant(value);
        if (time != null) {
            times.add(time);
        }
    }

    /// Whether a value came out: whole, as a part of a text, as the same time, or (marked-up text) with nine of ten of
    /// its words.
    boolean holds(String value) {
        String bare = bare(value);
        if (values.contains(bare) || (bare.length() >= SHORTEST_PART_CHARS && text.contains(bare))) {
            return true;
        }
        @Nullable Instant time = MachineTimes.readInstant(value);
        if (time != null) {
            return times.contains(time);
        }
        String[] said = words(Jsoup.parseBodyFragment(value).text());
        long found = Arrays.stream(said).filter(words::contains).count();
        return found >= said.length * MOST;
    }

    private static String bare(String value) {
        return value.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }

    private static String[] words(String value) {
        return value.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
    }
}
