package org.copyflow.teacher;

import edu.emory.mathcs.nlp.common.collection.tree.PrefixNode;
import edu.emory.mathcs.nlp.common.collection.tree.PrefixTree;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.copyflow.enrichment.entities.tagging.KnownNames;
import org.copyflow.enrichment.entities.tagging.WordClusters;
import org.copyflow.enrichment.entities.tagging.WordHashes;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.TextAnalyzer;
import org.copyflow.events.article.Block;
import org.tukaani.xz.XZInputStream;

/// Makes the tagger's tables of word clusters and of known names from the lexica of NLP4J
/// (`edu.emory.mathcs.nlp:nlp4j-english` 1.1.3, Apache-2.0).
///
/// No part of the build. Java runs it from its source, with the jars of Copyflow and of NLP4J:
/// `java -Xmx4g -cp 'copyflow-command/target/lib/*:NLP4J/*' WordKnowledge.java FOLDER` writes `clusters-en.table` and
/// `known-names-en.table` into the folder; the same jars give the same files.
public final class WordKnowledge {

    private static final String PLACE = "/edu/emory/mathcs/nlp/lexica/";
    private static final Pattern WORD = Pattern.compile("[^\\d#]{1,24}");
    private static final Pattern PLAIN = Pattern.compile("[^\\d#]+");
    private static final int SHORTEST_IN_SMALL_LETTERS = 3;
    private static final int PERSONS_PLACES_ORGANISATIONS = 0b11111;

    /// The bit of each list of NLP4J: names of persons, given and family names, places, places of the first rank,
    /// organisations, works, events and objects, what is no name but has a capital.
    private static final Map<String, Integer> KINDS = Map.ofEntries(
            Map.entry("14", 1),
            Map.entry("4", 2),
            Map.entry("11", 4),
            Map.entry("1", 8),
            Map.entry("6", 8),
            Map.entry("7", 8),
            Map.entry("0", 16),
            Map.entry("13", 16),
            Map.entry("8", 32),
            Map.entry("10", 32),
            Map.entry("15", 32),
            Map.entry("9", 64),
            Map.entry("12", 64),
            Map.entry("2", 128),
            Map.entry("3", 128),
            Map.entry("5", 128));

    private final TextAnalyzer analyzer = new TextAnalyzer();
    private final Map<String, Integer> kindsByName = new HashMap<>();

    private WordKnowledge() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        try (OutputStream out = Files.newOutputStream(folder.resolve("clusters-en.table"))) {
            writeClusters(out);
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("known-names-en.table"))) {
            new WordKnowledge().writeNames(out);
        }
    }

    private static Object lexicon(String name) throws IOException, ClassNotFoundException {
        InputStream file = WordKnowledge.class.getResourceAsStream(PLACE + name + ".xz");
        try (var in = new ObjectInputStream(new BufferedInputStream(new XZInputStream(file)))) {
            return in.readObject();
        }
    }

    /// The longest of a word's prefixes is its way to a leaf.
    private static void writeClusters(OutputStream out) throws Exception {
        var wayOf = new TreeMap<String, String>();
        for (var entry : ((Map<?, ?>) lexicon("en-brown-clusters-simplified-lowercase")).entrySet()) {
            String way = ((Set<?>) entry.getValue())
                    .stream()
                            .map(String.class::cast)
                            .max(Comparator.comparingInt(String::length))
                            .orElseThrow();
            wayOf.put((String) entry.getKey(), way);
        }
        List<String> ways = List.copyOf(new TreeSet<>(wayOf.values()));
        Map<String, Integer> numbers = new HashMap<>();
        ways.forEach(way -> numbers.put(way, numbers.size()));
        var clusters = new TreeMap<Integer, Integer>();
        wayOf.forEach((word, way) -> {
            if (WORD.matcher(word).matches()) {
                clusters.putIfAbsent(WordHashes.of(word, 0, word.length()), numbers.get(way));
            }
        });
        WordClusters.write(ways, clusters, out);
        System.err.println(ways.size() + " clusters of " + clusters.size() + " words");
    }

    private void writeNames(OutputStream out) throws Exception {
        collect(root(lexicon("en-named-entity-gazetteers-simplified")), "");
        Map<?, ?> common = (Map<?, ?>) lexicon("en-ambiguity-classes-simplified-lowercase");
        var kinds = new TreeMap<Integer, Integer>();
        for (var entry : new TreeMap<>(kindsByName).entrySet()) {
            String name = entry.getKey();
            int bits = entry.getValue();
            boolean only = name.length() >= SHORTEST_IN_SMALL_LETTERS
                    && (bits & PERSONS_PLACES_ORGANISATIONS) != 0
                    && !common.containsKey(name.toLowerCase(Locale.ROOT));
            AnalyzedText text = analyzer.analyze(
                    name, List.of(new Block(Block.Type.PARAGRAPH, 0, name.length())), "en");
            int words = text.tokens().count();
            if (words == 0 || words > KnownNames.LONGEST) {
                continue;
            }
            WordHashes hashes = WordHashes.of(text);
            int hash = 0;
            for (int word = 0; word < words; word++) {
                hash = KnownNames.hash(hash, hashes.of(word));
            }
            kinds.merge(hash, bits | (only && words == 1 ? KnownNames.ONLY_A_NAME : 0), (a, b) -> a | b);
        }
        KnownNames.write(kinds, out);
        System.err.println(kinds.size() + " names");
    }

    private static PrefixNode<?, ?> root(Object tree) throws ReflectiveOperationException {
        Field root = PrefixTree.class.getDeclaredField("n_root");
        root.setAccessible(true);
        return (PrefixNode<?, ?>) root.get(tree);
    }

    private void collect(PrefixNode<?, ?> node, String name) {
        if (node.getValue() instanceof Set<?> lists && PLAIN.matcher(name).matches()) {
            int bits = 0;
            for (Object list : lists) {
                bits |= KINDS.getOrDefault(String.valueOf(list), 0);
            }
            if (bits != 0) {
                kindsByName.merge(name.replace(" '", "'"), bits, (a, b) -> a | b);
            }
        }
        for (var child : new ArrayList<>(node.entrySet())) {
            collect(child.getValue(), name.isEmpty() ? (String) child.getKey() : name + " " + child.getKey());
        }
    }
}
