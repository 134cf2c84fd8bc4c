package org.copyflow.teacher;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.enrichment.text.TextAnalyzer;
import org.copyflow.enrichment.text.Tokens;
import org.copyflow.events.article.Block;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Labels English texts for `NameTraining` with NLP4J (`edu.emory.mathcs.nlp:nlp4j-api` and `nlp4j-english` 1.1.3, Apache-2.0).
///
/// No part of the build, since the teacher is 260 MB. Java runs it from its source, with the jars of Copyflow and of NLP4J:
/// `java -Xmx5g -cp 'copyflow-command/target/lib/*:NLP4J/*' TeacherLabels.java OUT.ndjson TEXTS.ndjson …`, where a line of
/// texts is `{"id", "text"}` or `{"id", "content"}`.
public final class TeacherLabels {

    private static final String PLACE = "edu/emory/mathcs/nlp/";
    private static final String SETTINGS = """
            <configuration><tsv><column index="1" field="form"/></tsv><lexica>
            <ambiguity_classes field="word_form_simplified_lowercase">%1$slexica/en-ambiguity-classes-simplified-lowercase.xz\
            </ambiguity_classes>
            <word_clusters field="word_form_simplified_lowercase">%1$slexica/en-brown-clusters-simplified-lowercase.xz\
            </word_clusters>
            <word_embeddings field="word_form_undigitalized">%1$slexica/en-word-embeddings-undigitalized.xz</word_embeddings>
            <named_entity_gazetteers field="word_form_simplified">%1$slexica/en-named-entity-gazetteers-simplified.xz\
            </named_entity_gazetteers>
            </lexica><models><pos>%1$smodels/en-pos.xz</pos><ner>%1$smodels/en-ner.xz</ner></models></configuration>
            """.formatted(PLACE);
    private static final int LONGEST_SENTENCE = 120;
    private static final List<String> CONTRACTIONS = List.of("n't", "'m", "'ve", "'ll", "'re", "'d");
    private static final Map<String, String> MARKS = Map.of(
            "“", "``", "”", "''", "‘", "`", "’", "'", "(", "-LRB-", ")", "-RRB-", "—", "--", "–", "--", "’s", "'s");

    private final NLPDecoder teacher =
            new NLPDecoder(new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.UTF_8)));

    /// The words of a sentence as the teacher wants them, and the offsets where each starts and ends.
    private record Words(List<String> words, List<Integer> starts, List<Integer> ends) {

        void add(String word, int start, int end) {
            words.add(word);
            starts.add(start);
            ends.add(end);
        }
    }

    public static void main(String[] arguments) throws IOException {
        var labels = new TeacherLabels();
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[0]))) {
            for (String file : List.of(arguments).subList(1, arguments.length)) {
                for (String line : Files.readAllLines(Path.of(file))) {
                    out.write(labels.label(JsonMapper.shared().readTree(line)));
                    out.newLine();
                }
            }
        }
    }

    private String label(JsonNode row) {
        String text = row.has("text") ? row.get("text").asString() : row.get("content").asString();
        AnalyzedText analyzed = new TextAnalyzer().analyze(text, lines(text), "en");
        var spans = new ArrayList<List<Object>>();
        for (Sentence sentence : analyzed.sentences()) {
            int length = sentence.endToken() - sentence.firstToken();
            if (length > 0 && length <= LONGEST_SENTENCE) {
                label(words(analyzed, sentence), spans);
            }
        }
        return JsonMapper.shared()
                .writeValueAsString(Map.of("id", row.get("id").asString(), "text", text, "spans", spans));
    }

    private static List<Block> lines(String text) {
        var blocks = new ArrayList<Block>();
        int start = 0;
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                blocks.add(new Block(Block.Type.PARAGRAPH, start, start + line.length()));
            }
            start += line.length() + 1;
        }
        return blocks;
    }

    /// Gives the dots of abbreviations back to their words, parts contractions, writes marks as the Penn Treebank does.
    private static Words words(AnalyzedText text, Sentence sentence) {
        Tokens tokens = text.tokens();
        var words = new Words(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        boolean open = false;
        for (int t = sentence.firstToken(); t < sentence.endToken(); t++) {
            int last = words.words().size() - 1;
            if (t > sentence.firstToken() && t + 1 < sentence.endToken() && endsAbbreviation(tokens, t)) {
                words.words().set(last, words.words().get(last) + ".");
                words.ends().set(last, tokens.end(t));
                continue;
            }
            String word = MARKS.getOrDefault(tokens.text(t), tokens.text(t).replace('’', '\''));
            if (word.equals("\"")) {
                open = !open;
                word = open ? "``" : "''";
            }
            int cut = contraction(word);
            words.add(word.substring(0, cut), tokens.start(t), tokens.end(t));
            if (cut < word.length()) {
                words.add(word.substring(cut), tokens.start(t), tokens.end(t));
            }
        }
        return words;
    }

    private static boolean endsAbbreviation(Tokens tokens, int token) {
        return tokens.is(token, ".")
                && !tokens.spaceBefore(token)
                && tokens.length(token - 1) <= 5
                && Character.isUpperCase(tokens.firstChar(token - 1))
                && tokens.text(token - 1).indexOf('.') < 0;
    }

    private static int contraction(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (String ending : CONTRACTIONS) {
            if (lower.length() > ending.length() && lower.endsWith(ending)) {
                return word.length() - ending.length();
            }
        }
        return word.length();
    }

    private void label(Words words, List<List<Object>> spans) {
        var nodes = new NLPNode[words.words().size() + 1];
        nodes[0] = new NLPNode().toRoot();
        for (int i = 1; i < nodes.length; i++) {
            nodes[i] = new NLPNode(i, words.words().get(i - 1));
        }
        teacher.decode(nodes);
        for (int i = 1; i < nodes.length; i++) {
            String tag = nodes[i].getNamedEntityTag();
            if (tag == null || (tag.charAt(0) != 'B' && tag.charAt(0) != 'U')) {
                continue;
            }
            int last = i;
            while (tag.charAt(0) == 'B' && last + 1 < nodes.length && !isLast(nodes[last])) {
                last++;
            }
            spans.add(List.of(words.starts().get(i - 1), words.ends().get(last - 1), tag.substring(2)));
        }
    }

    private static boolean isLast(NLPNode node) {
        String tag = node.getNamedEntityTag();
        return tag == null || tag.charAt(0) == 'L';
    }
}
