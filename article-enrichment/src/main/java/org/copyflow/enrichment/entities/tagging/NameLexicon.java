package org.copyflow.enrichment.entities.tagging;

import java.util.List;
import org.copyflow.enrichment.lexicon.WordLists;

/// What is known of single words: in which lists they stand, as bits. Immutable, thread-safe.
final class NameLexicon {

    private static final String[] LISTS = {
        "given-names.txt", "family-names.txt", "cities.txt",
    };
    private static final String[] WORDS_OF_NAMES = {
        "common-words-en.txt",
        "organisation-words-en.txt",
        "place-words-en.txt",
        "event-words-en.txt",
        "person-titles-en.txt",
    };

    /// Beside the lists: by such words people speak of themselves.
    private static final int PERSONAL = 1 << (LISTS.length + WORDS_OF_NAMES.length + 1);

    private int[] keys = new int[1 << 12];
    private short[] flags = new short[1 << 12];
    private int size;

    NameLexicon() {
        int bit = 0;
        for (String list : LISTS) {
            addAll(WordLists.lines(NameLexicon.class, list), 1 << bit++, 1 << (LISTS.length + WORDS_OF_NAMES.length));
        }
        for (String list : WORDS_OF_NAMES) {
            addAll(WordLists.lines(NameLexicon.class, "/org/copyflow/enrichment/entities/" + list), 1 << bit++, 0);
        }
        addAll(WordLists.lines(NameLexicon.class, "personal-words.txt"), PERSONAL, 0);
    }

    /// The bits of a word, by its hash.
    int of(int hash) {
        return flags[slot(hash)] & ~PERSONAL;
    }

    boolean isPersonal(int hash) {
        return (flags[slot(hash)] & PERSONAL) != 0;
    }

    private void addAll(List<String> lines, int flag, int flagOfPart) {
        for (String line : lines) {
            for (String name : line.split("\\|", -1)) {
                add(name.strip(), flag, flagOfPart);
            }
        }
    }

    private void add(String name, int flag, int flagOfPart) {
        if (name.indexOf(' ') < 0) {
            put(WordHashes.of(name, 0, name.length()), flag);
        } else if (flagOfPart != 0) {
            for (String part : name.split(" ", -1)) {
                put(WordHashes.of(part, 0, part.length()), flagOfPart);
            }
        }
    }

    private void put(int hash, int flag) {
        int slot = slot(hash);
        if (flags[slot] == 0) {
            size++;
        }
        keys[slot] = hash;
        flags[slot] |= (short) flag;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    private void grow() {
        int[] oldKeys = keys;
        short[] oldFlags = flags;
        keys = new int[oldKeys.length * 2];
        flags = new short[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldFlags[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                flags[slot] = oldFlags[i];
            }
        }
    }

    /// Where the word is, or would be; a slot without flags is free.
    private int slot(int hash) {
        int mask = keys.length - 1;
        int slot = (hash ^ (hash >>> 16)) & mask;
        while (flags[slot] != 0 && keys[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
