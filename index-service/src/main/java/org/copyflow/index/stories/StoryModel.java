package org.copyflow.index.stories;

import java.time.Duration;

/// How well an article fits a cluster: a Dirichlet process mixture, as MStream (Yin et al. 2018, KDD) has it for
/// streams of short texts. A cluster is as likely as it is large, times the likelihood of the article's terms in
/// it (multinomial, with a Dirichlet prior), times that of its embedding (von Mises-Fisher, as Gopal and Yang
/// 2014 mix them); a new cluster as likely as the number of articles times a factor. On top of that: the
/// terms of an article of many count less, by the square, because so grows what two texts share by chance; a
/// language of a few articles counts as one of some, or the first to share a word would be a story; and a cluster
/// fades with the time since it was last told of.
///
/// @param novelty how likely a new cluster is beside a cluster of one article, times the number of articles
/// @param noveltyOfWords the same for an article without an embedding
/// @param leastArticles how many articles there are at least, for the novelty of a new cluster
/// @param vocabulary how many different terms there are, as the prior has it
/// @param smoothing how many occurrences of terms the prior is worth
/// @param countedTerms how many terms an article may have that count in full
/// @param concentration how much the embedding counts
/// @param neutralCosine the cosine between an embedding and a cluster that speaks neither for nor against it
/// @param neutralCosineOfLong how much more is neutral for an article of many terms
/// @param fading the time in which a cluster becomes e times less likely
public record StoryModel(
        double novelty,
        double noveltyOfWords,
        int leastArticles,
        double vocabulary,
        double smoothing,
        double countedTerms,
        double concentration,
        double neutralCosine,
        double neutralCosineOfLong,
        Duration fading) {

    /// For English, and for all that has no embeddings. Chosen on half of the stories of a labelled day; see
    /// docs/stories.md.
    public static final StoryModel DEFAULT =
            new StoryModel(1, 10, 30, 8_000, 400, 9.5, 20, 0.4, 0.25, Duration.ofHours(24));

    /// For Chinese, where a headline has twice as many terms and embeddings are nearer to one another.
    private static final StoryModel CHINESE =
            new StoryModel(1, 10, 30, 8_000, 400, 12, 40, 0.7, 0.15, Duration.ofHours(24));

    /// The settings for a language.
    public static StoryModel of(String language) {
        return language.equals("zh") ? CHINESE : DEFAULT;
    }

    /// The logarithm of the score of a new cluster, to which those of [#score] compare.
    double ofNew(StoryDocument document, int articles) {
        int others = Math.max(leastArticles, articles);
        return document.vector == null
                ? Math.log(noveltyOfWords * others)
                : Math.log(novelty * others) + concentration * neutral(document);
    }

    /// The logarithm of the score of a cluster.
    ///
    /// @param best the best so far: a cluster that cannot be better whatever its embedding gets no exact score
    double score(StoryDocument document, Cluster cluster, double best) {
        int length = document.terms.length;
        // the terms' own occurrences, one more with each, are taken at their middle: one logarithm for all of them
        double prior = smoothing + (length - 1) / 2.0;
        double terms = length * Math.log(prior / (cluster.occurrences + prior));
        for (int term : document.terms) {
            int count = cluster.counts.of(term);
            if (count > 0) {
                terms += Math.log1p(count * vocabulary / smoothing);
            }
        }
        double score = Math.log(cluster.members.size())
                + counted(length) * terms
                - (double) distance(document.at, cluster) / fading.toMillis();
        return score + concentration < best ? score : score + concentration * cosine(document, cluster);
    }

    /// How much each of so many terms counts.
    private double counted(int length) {
        double share = Math.min(1, countedTerms / Math.max(1, length));
        return share * share;
    }

    private double neutral(StoryDocument document) {
        return neutralCosine + neutralCosineOfLong * (1 - counted(document.terms.length));
    }

    private double cosine(StoryDocument document, Cluster cluster) {
        if (document.vector == null) {
            return 0;
        }
        double cosine = cluster.cosine(document.vector);
        return Double.isNaN(cosine) ? neutral(document) : cosine;
    }

    /// How long before the cluster's first or after its last article.
    private static long distance(long at, Cluster cluster) {
        return Math.max(0, Math.max(cluster.first - at, at - cluster.last));
    }
}
