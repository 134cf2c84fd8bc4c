package org.copyflow.index.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copyflow.events.story.ArticleDigest;
import org.copyflow.events.story.ArticleDigest.Sentence;
import org.copyflow.events.story.Story;
import org.copyflow.index.store.ComparedArticle;
import org.copyflow.index.topic.StoryTerms;

/// The sentences of a story's articles that say most of what the others say too.
///
/// Centroid-based summarization as MEAD has it (Radev et al. 2004, Information Processing & Management 40): a
/// sentence counts by its words, each word by how many other articles have it, and by its place in its article.
/// What has been said already is left out by maximal marginal relevance (Carbonell and Goldstein 1998, SIGIR):
/// there are fewer sentences where the others say nothing more.
final class CentralSentences {

    private static final int MOST_SENTENCES = 3;
    private static final int MOST_ARTICLES = 100;

    /// How much it counts that a sentence tells the story, beside that another has told it.
    private static final double RELEVANCE = 0.4;

    /// How much the first place in an article counts, beside having most in common with the others.
    private static final double FIRST_PLACE = 1 / 3.0;

    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<String, Integer> articlesWith = new HashMap<>();

    /// @param place of the sentence in its article, from 1 for the first towards 0
    private record Candidate(ArticleDigest article, Sentence sentence, Set<String> words, double place) {

        /// The cosine between the words of two sentences.
        double similarity(Candidate other) {
            long shared = words.stream().filter(other.words::contains).count();
            return shared == 0 ? 0 : shared / Math.sqrt((double) words.size() * other.words.size());
        }
    }

    private CentralSentences(List<ComparedArticle> articles) {
        articles.stream().map(ComparedArticle::digest).forEach(this::add);
    }

    /// @param articles in the order in which they happened, without copies; the newest 100 count
    static List<Story.Sentence> of(List<ComparedArticle> articles) {
        int first = Math.max(0, articles.size() - MOST_ARTICLES);
        return new CentralSentences(articles.subList(first, articles.size()))
                .chosen().stream()
                        .map(candidate -> new Story.Sentence(
                                candidate.article().articleId(),
                                candidate.article().source(),
                                candidate.sentence().text(),
                                candidate.sentence().start(),
                                candidate.sentence().end()))
                        .toList();
    }

    private void add(ArticleDigest article) {
        Set<String> said = new HashSet<>(article.terms());
        int sentences = article.lead().size();
        for (int i = 0; i < sentences; i++) {
            Sentence sentence = article.lead().get(i);
            Set<String> words = Set.copyOf(StoryTerms.words(sentence.text()));
            said.addAll(words);
            candidates.add(new Candidate(article, sentence, words, (double) (sentences - i) / sentences));
        }
        said.forEach(word -> articlesWith.merge(word, 1, Integer::sum));
    }

    private List<Candidate> chosen() {
        double most = candidates.stream().mapToDouble(this::centrality).max().orElse(0);
        var chosen = new ArrayList<Candidate>();
        while (chosen.size() < MOST_SENTENCES) {
            Candidate next = null;
            double best = 0;
            for (Candidate candidate : candidates) {
                double central = most == 0 ? 0 : centrality(candidate) / most;
                double said =
                        chosen.stream().mapToDouble(candidate::similarity).max().orElse(0);
                double relevance = (1 - FIRST_PLACE) * central + FIRST_PLACE * candidate.place();
                double marginal = RELEVANCE * relevance - (1 - RELEVANCE) * said;
                if (marginal > best) {
                    next = candidate;
                    best = marginal;
                }
            }
            if (next == null) {
                break;
            }
            chosen.add(next);
            candidates.remove(next);
        }
        return chosen;
    }

    /// The cosine between the sentence and what the other articles say, up to a factor.
    private double centrality(Candidate candidate) {
        int inOthers = candidate.words().stream()
                .mapToInt(word -> articlesWith.getOrDefault(word, 1) - 1)
                .sum();
        return inOthers == 0 ? 0 : inOthers / Math.sqrt(candidate.words().size());
    }
}
