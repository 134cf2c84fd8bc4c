package org.copyflow.benchmarks.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Makes texts with spans of sentences whose words carry tags: `{"tokens": […], "tags": ["B-PER", …]}`.
///
/// Twenty sentences in a row are one text, a line each, so that the tagger sees more of a text than a sentence.
final class TaggedSentences {

    private static final int SENTENCES_A_TEXT = 20;
    private static final Set<String> NO_SPACE_BEFORE = Set.of(
            ".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "'", "’", "”", "''", "'s", "n't", "'re", "'ll", "'ve",
            "'d", "'m", "’s", "n’t");
    private static final Set<String> NO_SPACE_AFTER = Set.of("(", "[", "{", "$", "#", "“", "‘", "``");
    private static final Map<String, String> MARKS = Map.of("-LRB-", "(", "-RRB-", ")", "``", "“", "''", "”");

    private final StringBuilder text = new StringBuilder();
    private final List<LabelledText.Name> names = new ArrayList<>();
    private int sentences;

    /// Adds a sentence; gives the text that it completes, or none.
    List<LabelledText> add(JsonNode row) {
        if (sentences > 0) {
            text.append('\n');
        }
        String before = "";
        int start = 0;
        String open = "O";
        for (int i = 0; i < row.get("tokens").size(); i++) {
            String tag = row.get("tags").get(i).asString();
            String word = row.get("tokens").get(i).asString();
            if (!tag.startsWith("I-") || open.equals("O")) {
                close(start, open);
                open = "O";
            }
            boolean glued = before.isEmpty() || NO_SPACE_BEFORE.contains(word) || NO_SPACE_AFTER.contains(before);
            if (!glued && !row.path("lang").asString("en").equals("zh")) {
                text.append(' ');
            }
            if (!tag.equals("O") && open.equals("O")) {
                open = tag.substring(2);
                start = text.length();
            }
            text.append(MARKS.getOrDefault(word, word));
            before = word;
        }
        close(start, open);
        return ++sentences == SENTENCES_A_TEXT ? end() : List.of();
    }

    /// Ends the text, full or not.
    List<LabelledText> end() {
        if (sentences == 0) {
            return List.of();
        }
        var whole = new LabelledText(text.toString(), List.copyOf(names), true);
        text.setLength(0);
        names.clear();
        sentences = 0;
        return List.of(whole);
    }

    private void close(int start, String type) {
        if (!type.equals("O")) {
            names.add(new LabelledText.Name(start, text.length(), type));
        }
    }
}
