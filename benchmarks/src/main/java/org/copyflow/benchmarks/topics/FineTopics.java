package org.copyflow.benchmarks.topics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.Annotator;
import org.copyflow.enrichment.pipeline.KnownAnnotators;
import org.copyflow.enrichment.text.AnalyzedText;
import org.copyflow.enrichment.text.TextAnalyzer;
import org.copyflow.enrichment.topics.taxonomy.MediaTopic;
import org.copyflow.enrichment.topics.taxonomy.MediaTopics;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.Block;
import org.copyflow.formats.SourceArticle;

/// How often the concept that an article is about, at any level, is among its best three topics: that very concept, it
/// or the one right above it, and its top level. `java … FineTopics en|zh FOLDER`, of `.tsv` files as [Seed] has them.
public final class FineTopics {

    private static final int BEST = 3;

    private final Annotator annotator = topics(KnownAnnotators.all());
    private final MediaTopics vocabulary = MediaTopics.known();

    /// Of so many articles, for how many it was right.
    ///
    /// @param exact the concept is among the best three
    /// @param near it or the one right above it
    /// @param top its top level
    record Tally(int articles, int exact, int near, int top) {

        private Tally and(Tally other) {
            return new Tally(articles + other.articles, exact + other.exact, near + other.near, top + other.top);
        }

        @Override
        public String toString() {
            return "%d articles, right concept among the best %d %.3f, it or the one above %.3f, top level %.3f"
                    .formatted(articles, BEST, share(exact), share(near), share(top));
        }

        private double share(int count) {
            return (double) count / articles;
        }
    }

    private FineTopics() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: FineTopics en|zh FOLDER");
            System.exit(2);
        }
        System.out.println(tally(arguments[0], Seed.all(Path.of(arguments[1]), MediaTopics.known())));
        System.exit(0); // ONNX Runtime keeps threads
    }

    static Tally tally(String language, List<Seed> articles) {
        var fine = new FineTopics();
        return articles.stream()
                .map(article -> fine.tally(article, language))
                .reduce(new Tally(0, 0, 0, 0), Tally::and);
    }

    private Tally tally(Seed article, String language) {
        MediaTopic wanted = article.topics().getFirst();
        List<String> best = topics(article, language).stream()
                .limit(BEST)
                .map(ArticleTopic::id)
                .toList();
        boolean exact = best.contains(wanted.id());
        boolean above = !wanted.path().isEmpty()
                && best.contains(wanted.path().getLast().id());
        boolean top = best.stream()
                .map(vocabulary::find)
                .anyMatch(it -> it != null && it.top().equals(wanted.top()));
        return new Tally(1, exact ? 1 : 0, exact || above ? 1 : 0, top ? 1 : 0);
    }

    private List<ArticleTopic> topics(Seed article, String language) {
        return annotator
                .annotate(analyzed(article.headline(), article.text(), language), Annotations.NONE)
                .topics();
    }

    /// The one that finds topics.
    static Annotator topics(List<Annotator> annotators) {
        return annotators.stream()
                .filter(it -> it.name().equals("topics"))
                .findFirst()
                .orElseThrow();
    }

    /// An article of one paragraph.
    static AnalyzedArticle analyzed(String title, String text, String language) {
        var blocks = List.of(new Block(Block.Type.PARAGRAPH, 0, text.length()));
        AnalyzedText body = new TextAnalyzer().analyze(text, blocks, language);
        SourceArticle source = SourceArticle.builder().title(title).build();
        return new AnalyzedArticle(source, body, blocks);
    }
}
