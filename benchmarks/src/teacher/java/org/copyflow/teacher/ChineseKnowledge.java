package org.copyflow.teacher;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.corpus.dictionary.item.EnumItem;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import com.hankcs.hanlp.dictionary.common.CommonDictionary;
import com.hankcs.hanlp.dictionary.nr.JapanesePersonDictionary;
import com.hankcs.hanlp.dictionary.nr.TranslatedPersonDictionary;
import com.hankcs.hanlp.dictionary.ns.PlaceDictionary;
import com.hankcs.hanlp.dictionary.nt.OrganizationDictionary;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.copyflow.enrichment.entities.chinese.KnownWords;

/// Makes the table of Chinese words from the dictionaries of HanLP (`com.hankcs:hanlp` portable-1.8.6, Apache-2.0).
///
/// No part of the build. Java runs it from its source, with the jars of Copyflow and of HanLP:
/// `java -Xmx2g -cp 'copyflow-command/target/lib/*:HANLP/*' ChineseKnowledge.java words-zh.table`; the same jar gives the
/// same file.
public final class ChineseKnowledge {

    private static final int LONGEST = 10;

    private static final int[] LETTERS =
            IntStream.concat(IntStream.range(0x4e00, 0x9fa6), IntStream.of('·')).toArray();

    /// What each word may be: a bit each for place, organisation, person, foreign name, Japanese name, other name, other
    /// word; then its part in places' names in three bits and its part in organisations' names in four.
    private final Map<String, Integer> words = new TreeMap<>();

    private ChineseKnowledge() {}

    public static void main(String[] arguments) throws Exception {
        var knowledge = new ChineseKnowledge();
        CoreDictionary.contains("");
        knowledge.natures(CoreDictionary.trie);
        CustomDictionary.contains("");
        knowledge.natures(CustomDictionary.DEFAULT.dat);
        TranslatedPersonDictionary.containsKey("");
        JapanesePersonDictionary.containsKey("");
        knowledge.<Object>each(trie(TranslatedPersonDictionary.class), false, (word, value) -> knowledge.add(word, 1 << 3));
        knowledge.<Object>each(trie(JapanesePersonDictionary.class), false, (word, value) -> knowledge.add(word, 1 << 4));
        knowledge.parts(PlaceDictionary.dictionary, 7, 7);
        knowledge.parts(OrganizationDictionary.dictionary, 10, 15);
        var numbers = new TreeMap<Integer, Integer>();
        knowledge.words.forEach((word, bits) -> numbers.merge(KnownWords.hash(word), bits, (a, b) -> a));
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[0]))) {
            KnownWords.write(numbers, out);
        }
        System.err.println(numbers.size() + " words");
    }

    private void add(String word, int bits) {
        words.merge(word, bits, (a, b) -> a | b);
    }

    private void natures(DoubleArrayTrie<CoreDictionary.Attribute> trie) {
        this.<CoreDictionary.Attribute>each(trie, true, (word, attribute) -> {
            for (Nature nature : attribute.nature) {
                add(word, bit(nature.toString()));
            }
        });
    }

    private static int bit(String nature) {
        if (nature.startsWith("ns")) {
            return 1;
        }
        if (nature.startsWith("nt")) {
            return 1 << 1;
        }
        if (nature.startsWith("nrf")) {
            return 1 << 3;
        }
        if (nature.startsWith("nrj")) {
            return 1 << 4;
        }
        if (nature.startsWith("nr")) {
            return 1 << 2;
        }
        return nature.startsWith("nz") || nature.startsWith("nx") ? 1 << 5 : 1 << 6;
    }

    private void parts(CommonDictionary<?> dictionary, int shift, int most) throws ReflectiveOperationException {
        this.<EnumItem<?>>each(trie(dictionary, CommonDictionary.class), true, (word, item) -> {
            int part = 0;
            int count = 0;
            for (Map.Entry<?, Integer> label : new TreeMap<>(item.labelMap).entrySet()) {
                if (label.getValue() > count) {
                    count = label.getValue();
                    part = ((Enum<?>) label.getKey()).ordinal();
                }
            }
            add(word, Math.min(most, part + 1) << shift);
        });
    }

    private interface Taker<V> {
        void take(String word, V value);
    }

    private static DoubleArrayTrie<?> trie(Class<?> owner) throws ReflectiveOperationException {
        return trie(null, owner);
    }

    private static DoubleArrayTrie<?> trie(Object of, Class<?> owner) throws ReflectiveOperationException {
        Field field = owner.getDeclaredField("trie");
        field.setAccessible(true);
        return (DoubleArrayTrie<?>) field.get(of);
    }

    @SuppressWarnings("unchecked")
    private <V> void each(DoubleArrayTrie<?> trie, boolean hasValues, Taker<V> taker) {
        each((DoubleArrayTrie<V>) trie, 1, new StringBuilder(), hasValues, taker);
    }

    private <V> void each(DoubleArrayTrie<V> trie, int state, StringBuilder word, boolean hasValues, Taker<V> taker) {
        if (!word.isEmpty() && trie.exactMatchSearch(word.toString()) >= 0) {
            taker.take(word.toString(), hasValues ? trie.get(word.toString()) : null);
        }
        if (word.length() == LONGEST) {
            return;
        }
        for (int letter : LETTERS) {
            int next = trie.transition((char) letter, state);
            if (next > 0) {
                word.append((char) letter);
                each(trie, next, word, hasValues, taker);
                word.setLength(word.length() - 1);
            }
        }
    }
}
