package org.copyflow.enrichment.keyphrases;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.keyphrases.Words.Link;

/// Key phrases of a text with spaces between its words: candidates of one to five words, scored as YAKE does (Campos et
/// al. 2020, "YAKE! Keyword extraction from single documents using multiple local features"), which needs no corpus.
///
/// Beyond YAKE: a candidate never cuts a name in two, and never begins or ends with a weak word. It comes up at least
/// twice, or in the headline; a single mention counts less and only where the article is full of a word of it. One an
/// article; not thread-safe.
final class WordPhrases {

    private static final int MAX_WORDS = 5;
    private static final int MAX_LOWER_CASE_WORDS = 3;
    private static final int FEWEST_LONE_WORDS = 3;
    private static final int SHORTEST_LONE_CHARS = 4;
    private static final double HEADLINE_FACTOR = 0.25;
    private static final double LONE_WORD_FACTOR = 3.0;
    private static final double LONE_MENTION_FACTOR = 6.0;
    /// YAKE multiplies the weights of the words, which favours long names; 1 would be their geometric mean.
    private static final double LENGTH_EVENING = 1.5;

    private static final int LEAD_SENTENCES = 10;
    private static final int LONGEST_CONTRACTION_CHARS = 3;
    private static final String LINK = "of";

    private final Words words;
    private final WeakWords weak;
    private final TermWeights weights;
    private final BitSet weakWords = new BitSet();
    private final Map<String, Candidate> candidates = new HashMap<>();

    /// A phrase where it was found first.
    private static final class Candidate {
        private int first;
        private int last;
        private boolean name;
        private int count;

        private Candidate(int first, int last) {
            this.first = first;
            this.last = last;
        }
    }

    private WordPhrases(AnalyzedArticle article) {
        words = Words.of(article);
        weak = WeakWords.of(article.body().language());
        weights = new TermWeights(words);
        for (int index = 0; index < words.count(); index++) {
            weakWords.set(index, readsWeak(index));
        }
    }

    static List<Phrase> of(AnalyzedArticle article) {
        var phrases = new WordPhrases(article);
        for (int first = 0; first < phrases.words.count(); first++) {
            if (phrases.canBegin(first)) {
                phrases.collectFrom(first);
            }
        }
        return phrases.scored();
    }

    private void collectFrom(int first) {
        var key = new StringBuilder();
        boolean allNames = true;
        for (int last = first; last < Math.min(words.count(), first + MAX_WORDS); last++) {
            if (last > first && words.get(last).link() != Link.SPACE) {
                return;
            }
            boolean link = isLink(last);
            if (!link && isWeak(last)) {
                return;
            }
            allNames &= link || words.isName(last) || words.isNumeric(last);
            key.append(' ').append(words.term(last));
            boolean shortEnough = allNames || last - first < MAX_LOWER_CASE_WORDS;
            if (!link && shortEnough && canEnd(first, last)) {
                count(key.toString(), first, last, allNames);
            }
        }
    }

    private void count(String key, int first, int last, boolean name) {
        Candidate candidate = candidates.computeIfAbsent(key, _ -> new Candidate(first, last));
        candidate.count++;
        candidate.name |= name;
        if (words.get(candidate.first).first()) {
            // better as it stands inside a sentence
            candidate.first = first;
            candidate.last = last;
        }
    }

    private boolean canBegin(int index) {
        if (words.isNumeric(index)) {
            return isOrdinal(index) && isNameAfterSpace(index + 1);
        }
        return !isWeak(index) && !isLink(index) && !(words.isName(index) && goesOnFromBefore(index));
    }

    private boolean canEnd(int first, int last) {
        if (words.isNumeric(last)) {
            return last > first && words.isName(last - 1) && !isOrdinal(last);
        }
        if (words.isName(last)) {
            return !goesOnAfter(last);
        }
        String word = words.lower(last);
        boolean verb = word.endsWith("ed") && word.length() > SHORTEST_LONE_CHARS;
        return !verb && !isAdverb(word) && !word.endsWith("ous") && !word.endsWith("ful");
    }

    private boolean isAdverb(String word) {
        return word.endsWith("ly") && !weak.nounsInLy().contains(word);
    }

    /// Did the name that this word belongs to begin before it?
    private boolean goesOnFromBefore(int index) {
        if (index == 0 || words.get(index).link() == Link.BREAK) {
            return false;
        }
        return isLink(index - 1) || (words.isName(index - 1) && !isWeak(index - 1));
    }

    /// Does the name that this word belongs to go on after it?
    private boolean goesOnAfter(int index) {
        int next = index + 1;
        if (next >= words.count() || words.get(next).link() == Link.BREAK) {
            return false;
        }
        return isLink(next) || (words.isName(next) && !isWeak(next));
    }

    private boolean isNameAfterSpace(int index) {
        return index < words.count() && words.get(index).link() == Link.SPACE && words.isName(index);
    }

    private boolean isWeak(int index) {
        return weakWords.get(index);
    }

    /// A weak word is none where it is part of a longer name.
    private boolean readsWeak(int index) {
        String lower = words.lower(index);
        if (weak.neverNames().contains(lower) || lower.length() == 1 || isContraction(lower)) {
            return true;
        }
        if (!weak.weak().contains(lower) && !weak.weak().contains(words.term(index))) {
            return false;
        }
        boolean afterName = index > 0 && words.get(index).link() == Link.SPACE && words.isName(index - 1);
        return !(words.isName(index) && (afterName || isNameAfterSpace(index + 1)));
    }

    /// `isn't`, `we'll`; but not `O'Neill`.
    private static boolean isContraction(String lower) {
        int mark = Math.max(lower.lastIndexOf('\''), lower.lastIndexOf('\u2019'));
        return mark > 0 && lower.length() - mark <= LONGEST_CONTRACTION_CHARS;
    }

    /// The `of` inside a name.
    private boolean isLink(int index) {
        return words.term(index).equals(LINK)
                && index > 0
                && words.get(index).link() == Link.SPACE
                && words.isName(index - 1)
                && isNameAfterSpace(index + 1);
    }

    private boolean isOrdinal(int index) {
        return !Character.isDigit(words.term(index).charAt(words.term(index).length() - 1));
    }

    private List<Phrase> scored() {
        var phrases = new ArrayList<Phrase>();
        for (Candidate candidate : candidates.values()) {
            if (isEnough(candidate)) {
                phrases.add(phrase(candidate, 1));
            } else if (isPerhapsEnough(candidate)) {
                phrases.add(phrase(candidate, LONE_MENTION_FACTOR));
            }
        }
        return phrases;
    }

    private boolean isEnough(Candidate candidate) {
        if (candidate.first < candidate.last) {
            return candidate.count > 1 || isInHeadline(candidate);
        }
        String term = words.term(candidate.first);
        if (weak.alone().contains(term)) {
            return false;
        }
        return candidate.name
                ? candidate.count > 1 || isInHeadline(candidate)
                : candidate.count >= FEWEST_LONE_WORDS && term.length() >= SHORTEST_LONE_CHARS && !term.endsWith("ing");
    }

    /// A phrase that is mentioned once, near the beginning, and holds a word that comes up often or in the headline.
    private boolean isPerhapsEnough(Candidate candidate) {
        boolean inLead = words.get(candidate.first).sentence() <= LEAD_SENTENCES;
        if (candidate.first == candidate.last || !inLead || looksLikeClause(candidate)) {
            return false;
        }
        for (int index = candidate.first; index <= candidate.last; index++) {
            if (words.isInHeadline(index) || (!isLink(index) && words.frequency(index) >= FEWEST_LONE_WORDS)) {
                return true;
            }
        }
        return false;
    }

    /// `coach Smith`, `naming Smith`, `Smith 44`: what a single mention can be without being a phrase.
    private boolean looksLikeClause(Candidate candidate) {
        String first = words.lower(candidate.first);
        if (words.isNumeric(candidate.last)
                || first.endsWith("ing")
                || words.lower(candidate.last).endsWith("ing")
                || isAdverb(first)) {
            return true;
        }
        for (int index = candidate.first + 1; index <= candidate.last; index++) {
            if (words.isName(index) && !words.isName(index - 1) && !isLink(index - 1) && !words.isNumeric(index - 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean isInHeadline(Candidate candidate) {
        for (int index = candidate.first; index <= candidate.last; index++) {
            if (!words.isInHeadline(index)) {
                return false;
            }
        }
        return true;
    }

    private Phrase phrase(Candidate candidate, double factor) {
        double product = 1;
        double sum = 0;
        Set<String> parts = new HashSet<>();
        for (int index = candidate.first; index <= candidate.last; index++) {
            if (!isLink(index)) {
                double weight = weights.of(words.get(index).term());
                product *= weight;
                sum += weight;
                parts.add(words.term(index));
            }
        }
        double evened = Math.pow(product, LENGTH_EVENING / (parts.size() + LENGTH_EVENING - 1));
        double score = factor * evened / (candidate.count * (1 + sum / parts.size()));
        score *= isInHeadline(candidate) ? HEADLINE_FACTOR : 1;
        score *= candidate.first == candidate.last ? LONE_WORD_FACTOR : 1;
        return new Phrase(words.text(candidate.first, candidate.last), parts, candidate.count, score);
    }
}
