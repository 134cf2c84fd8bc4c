package org.copyflow.enrichment.figures.context;

import org.copyflow.enrichment.lexicon.PhraseTable;
import org.copyflow.enrichment.lexicon.WordLists;

/// Reads the word files beside this class: a value, perhaps a place, and the words that have it.
final class WordFile {

    private WordFile() {}

    /// Every line's words with its first field as their value.
    static PhraseTable<String> valued(String resource) {
        return where(resource, "");
    }

    /// As [#valued], of the lines whose second field is the place.
    ///
    /// @param place empty where the file has no such field
    static PhraseTable<String> where(String resource, String place) {
        var table = new PhraseTable.Builder<String>();
        for (String line : WordLists.lines(WordFile.class, resource)) {
            String[] fields = line.split("\t", -1);
            if (!place.isEmpty() && !fields[1].equals(place)) {
                continue;
            }
            for (String word : fields[fields.length - 1].split("\\|", -1)) {
                table.add(word, fields[0]);
            }
        }
        return table.build();
    }

    static PhraseTable<String> plain(String resource) {
        return WordLists.phrases(WordFile.class, resource);
    }
}
