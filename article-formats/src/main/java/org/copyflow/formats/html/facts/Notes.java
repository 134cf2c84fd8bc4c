package org.copyflow.formats.html.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.copyflow.events.article.Note;
import org.copyflow.formats.html.lexicon.WordLists;
import org.copyflow.formats.html.page.PageBlock;
import org.jspecify.annotations.Nullable;

/// Remarks about an article (an editor's note, a correction) that stand at its beginning or end.
public final class Notes {

    private static final int MAX_NOTE_WORDS = 120;
    private static final int MIN_NOTE_WORDS = 5;
    private static final int AT_START = 3;
    private static final int AT_END = 4;
    private static final int BEYOND = 8;

    /// @param begins in lower case
    private record Beginning(Note.Kind kind, String begins) {}

    private static final List<Beginning> BEGINNINGS =
            WordLists.read("notes.txt").stream().flatMap(Notes::beginnings).toList();

    private Notes() {}

    private static Stream<Beginning> beginnings(Map.Entry<String, String> line) {
        Note.Kind kind = Note.Kind.valueOf(line.getKey());
        return Arrays.stream(line.getValue().split("\\|")).map(text -> new Beginning(kind, text.strip()));
    }

    /// The blocks that are notes: first and last ones of the body, and what follows it closely.
    ///
    /// @param blocks a page's blocks
    /// @param body those that were taken for its body
    public static List<PageBlock> of(List<PageBlock> blocks, List<PageBlock> body) {
        if (body.isEmpty()) {
            return List.of();
        }
        int first = blocks.indexOf(body.getFirst());
        int last = blocks.indexOf(body.getLast());
        var notes = new ArrayList<PageBlock>();
        for (int i = Math.max(0, first - AT_START); i < Math.min(blocks.size(), last + BEYOND); i++) {
            boolean edge = i < first + AT_START || i > last - AT_END;
            if (edge && kindOf(blocks.get(i)) != null) {
                notes.add(blocks.get(i));
            }
        }
        return notes;
    }

    /// @param block one of those that [#of] gave
    public static Note note(PageBlock block) {
        Note.Kind kind = kindOf(block);
        return new Note(kind == null ? Note.Kind.EDITOR : kind, block.text());
    }

    private static Note.@Nullable Kind kindOf(PageBlock block) {
        if (block.words() < MIN_NOTE_WORDS || block.words() > MAX_NOTE_WORDS || block.linkDensity() > 0.5f) {
            return null;
        }
        String text = block.text().toLowerCase(Locale.ROOT);
        for (Beginning beginning : BEGINNINGS) {
            if (text.startsWith(beginning.begins)) {
                return beginning.kind;
            }
        }
        return null;
    }
}
