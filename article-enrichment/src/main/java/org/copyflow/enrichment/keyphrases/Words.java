package org.copyflow.enrichment.keyphrases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.AnalyzedText.Sentence;
import org.copyflow.enrichment.text.TextAnalyzer;
import org.copyflow.enrichment.text.Tokens;
import org.copyflow.enrichment.text.Tokens.Kind;
import org.copyflow.events.article.Block;

/// The first few hundred words of an article in a row: what each looks like, and which term it is. Headings and
/// sentences in title case are left out, for their capitals say nothing. Not thread-safe.
final class Words {

    /// A word in its place.
    ///
    /// @param start offset of its first character
    /// @param end offset after its last
    /// @param lower the word in lower case
    /// @param term index of its term
    /// @param sentence index of its sentence, among those read
    /// @param first does it begin the sentence?
    /// @param link what stands between it and the word before
    record Word(int start, int end, String lower, int term, int sentence, boolean first, Link link) {}

    /// What stands between two words.
    enum Link {
        /// Nothing but white space.
        SPACE,
        /// A possessive `'s`.
        POSSESSIVE,
        /// Punctuation, or the end of a sentence.
        BREAK
    }

    private static final int MAX_WORDS = 500;
    private static final int SHORTEST_PLURAL_CHARS = 5;
    private static final int SHORT_WORD_CHARS = 3;

    private final AnalyzedText text;
    private final List<Word> words = new ArrayList<>();
    private final List<String> terms = new ArrayList<>();
    private final Map<String, Integer> termOf = new HashMap<>();
    private final Set<Integer> headline = new HashSet<>();
    private final Map<Integer, Integer> frequency = new HashMap<>();
    private final Map<Integer, Integer> nameBalance = new HashMap<>();
    private int sentences;

    private Words(AnalyzedText text) {
        this.text = text;
    }

    static Words of(AnalyzedArticle article) {
        var words = new Words(article.body());
        for (Sentence sentence : article.body().sentences()) {
            boolean heading = article.blocks().get(sentence.block()).type() == Block.Type.HEADING;
            if (!heading && !words.isTitleCase(sentence)) {
                words.add(sentence);
            }
            if (words.count() >= MAX_WORDS) {
                break;
            }
        }
        String title = article.source().title();
        if (title != null) {
            words.addHeadline(title);
        }
        return words;
    }

    int count() {
        return words.size();
    }

    Word get(int index) {
        return words.get(index);
    }

    int terms() {
        return terms.size();
    }

    int sentences() {
        return sentences;
    }

    /// The term of a word: its lower case, in the singular.
    String term(int index) {
        return terms.get(words.get(index).term());
    }

    /// How often the word's term comes up.
    int frequency(int index) {
        return frequency.getOrDefault(words.get(index).term(), 0);
    }

    String text(int first, int last) {
        return text.text().substring(words.get(first).start(), words.get(last).end());
    }

    String lower(int index) {
        return words.get(index).lower();
    }

    char firstChar(int index) {
        return text.text().charAt(words.get(index).start());
    }

    boolean isInHeadline(int index) {
        return headline.contains(words.get(index).term());
    }

    boolean isNumeric(int index) {
        return Character.isDigit(firstChar(index));
    }

    /// Is it written as a name is? The capital of a sentence's first word counts only if the term has it elsewhere too.
    boolean isName(int index) {
        return Character.isUpperCase(firstChar(index))
                && (!words.get(index).first()
                        || nameBalance.getOrDefault(words.get(index).term(), 0) > 0);
    }

    boolean isAcronym(int index) {
        Word word = words.get(index);
        return word.end() - word.start() > 1
                && Character.isUpperCase(firstChar(index))
                && Character.isUpperCase(text.text().charAt(word.start() + 1));
    }

    private void add(Sentence sentence) {
        Tokens tokens = text.tokens();
        Link link = Link.BREAK;
        boolean first = true;
        for (int token = sentence.firstToken(); token < sentence.endToken(); token++) {
            Kind kind = tokens.kind(token);
            if (kind != Kind.WORD && kind != Kind.NUMBER) {
                link = Link.BREAK;
            } else if (!Character.isLetterOrDigit(tokens.firstChar(token))) {
                link = Link.POSSESSIVE;
            } else {
                int end = token;
                while (continuesNumber(tokens, end, sentence.endToken())) {
                    end++;
                }
                add(tokens.start(token), tokens.end(end), first, link);
                token = end;
                link = Link.SPACE;
                first = false;
            }
        }
        sentences++;
    }

    /// `15` and `th` are one word.
    private static boolean continuesNumber(Tokens tokens, int token, int endToken) {
        return tokens.kind(token) == Kind.NUMBER
                && token + 1 < endToken
                && tokens.kind(token + 1) == Kind.WORD
                && !tokens.spaceBefore(token + 1);
    }

    private void add(int start, int end, boolean first, Link link) {
        String lower = text.text().substring(start, end).toLowerCase(Locale.ROOT);
        int term = termOf.computeIfAbsent(normal(lower), key -> {
            terms.add(key);
            return terms.size() - 1;
        });
        words.add(new Word(start, end, lower, term, sentences, first, link));
        frequency.merge(term, 1, Integer::sum);
        if (!first) {
            nameBalance.merge(term, Character.isUpperCase(text.text().charAt(start)) ? 1 : -1, Integer::sum);
        }
    }

    private void addHeadline(String title) {
        AnalyzedText analyzed = new TextAnalyzer()
                .analyze(title, List.of(new Block(Block.Type.HEADING, 0, title.length())), text.language());
        for (int token = 0; token < analyzed.tokens().count(); token++) {
            Integer term = termOf.get(normal(analyzed.tokens().text(token).toLowerCase(Locale.ROOT)));
            if (term != null) {
                headline.add(term);
            }
        }
    }

    private static String normal(String inLowerCase) {
        String lower = inLowerCase.replace('\u2019', '\'');
        int last = lower.length() - 1;
        boolean plural = lower.length() >= SHORTEST_PLURAL_CHARS
                && lower.charAt(last) == 's'
                && "sui".indexOf(lower.charAt(last - 1)) < 0;
        if (!plural) {
            return lower;
        }
        return lower.endsWith("ies") ? lower.substring(0, last - 2) + 'y' : lower.substring(0, last);
    }

    /// Do most of its longer words begin with a capital?
    private boolean isTitleCase(Sentence sentence) {
        Tokens tokens = text.tokens();
        int capitals = 0;
        int longer = 0;
        for (int token = sentence.firstToken(); token < sentence.endToken(); token++) {
            if (tokens.kind(token) == Kind.WORD && tokens.length(token) > SHORT_WORD_CHARS) {
                longer++;
                capitals += Character.isUpperCase(tokens.firstChar(token)) ? 1 : 0;
            }
        }
        return longer > 3 && capitals * 4 > longer * 3;
    }
}
