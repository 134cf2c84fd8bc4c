package org.copyflow.enrichment.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.copyflow.embeddings.BestEffortEmbeddings;
import org.copyflow.embeddings.EmbeddingBudget;
import org.copyflow.embeddings.Embeddings;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.TextArticles;
import org.copyflow.enrichment.topics.model.TopicModel;
import org.copyflow.enrichment.topics.taxonomy.MediaTopics;
import org.copyflow.events.article.ArticleTopic;
import org.copyflow.events.article.ArticleTopic.Broader;
import org.copyflow.formats.SourceArticle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TopicAnnotatorTest {

    private static final Map<String, TopicModel> MODELS =
            Map.of("en", TopicModel.known("en"), "zh", TopicModel.known("zh"));

    private final AtomicInteger asked = new AtomicInteger();
    private final TopicAnnotator annotator = new TopicAnnotator(
            MediaTopics.known(),
            MODELS,
            Map.of(
                    "en",
                    new BestEffortEmbeddings(new CountedEmbeddings(), EmbeddingBudget.unlimited(), "words decide")));

    /// Says nothing about any text, and counts how often it was asked.
    private final class CountedEmbeddings implements Embeddings {
        @Override
        public int dimensions() {
            return 384;
        }

        @Override
        public float[] of(String text) {
            asked.incrementAndGet();
            return new float[dimensions()];
        }

        @Override
        public void close() {}
    }

    @Test
    void tellsWhatAnArticleIsAbout() {
        assertThat(ids("United win cup final on penalties", """
                The goalkeeper saved three penalties as United beat City in the final of the cup. The striker had scored \
                twice before half-time, and the midfielder was sent off. The coach praised his players and the fans. \
                It is the club's first trophy since the league title, and soccer came home, the captain said.""")).first().isEqualTo("medtop:15000000");
        assertThat(ids("央行下调存款准备金率", "中国人民银行宣布下调金融机构存款准备金率，释放长期资金。股市和债市上涨，银行股领涨。"))
                .first()
                .isEqualTo("medtop:04000000");
    }

    @Test
    void goesDeeperWhereAConceptIsNamed() {
        List<ArticleTopic> topics = topics(TextArticles.of("Soccer: United win cup final", """
                The soccer club's striker scored twice as United beat City in the final. The goalkeeper and the coach \
                praised the players, and soccer fans sang in the stadium until the team had left the pitch."""));

        assertThat(topics).anySatisfy(topic -> {
            assertThat(topic.id()).isEqualTo("medtop:20001065");
            assertThat(topic.broader())
                    .containsExactly(
                            new Broader("medtop:15000000", "sport"),
                            new Broader("medtop:20000822", "competition discipline"));
        });
    }

    @Test
    void goesAsDeepAsTheWordsTellWithoutTheConceptsName() {
        assertThat(ids("Reds go top as late header sinks United", """
                A header from the substitute four minutes from time gave the hosts three points. The goalkeeper had saved \
                a penalty before half-time, the visiting midfielder was sent off for a second yellow card, and the \
                manager said that his back four had kept a clean sheet for the first time this season."""))
                .startsWith("medtop:15000000", "medtop:20001065");
        assertThat(ids("主队绝杀，三分入袋", "替补前锋在伤停补时头球破门，门将此前扑出点球。客队中场累计两张黄牌被罚下，主教练赛后表示后防线零封对手，球队联赛积分升至榜首。"))
                .startsWith("medtop:15000000")
                .contains("medtop:20001065");
    }

    @Test
    void findsWhatAnotherReleaseAddsByItsName(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("topics.json"), release().replace("\"concepts\": [", """
                        "concepts": [
                        {"id": "medtop:29999999", "broader": ["medtop:15000000"], "en": "walking football"},"""));
        var newer = new TopicAnnotator(MediaTopics.of(file), MODELS, Map.of());
        AnalyzedArticle article = TextArticles.of("Walking football draws crowds to the club", """
                The striker scored twice in the final of the walking football league. The goalkeeper, who is 71, saved \
                a penalty, and the coach praised his players as fans sang for the team and its captain.""");

        assertThat(newer.annotate(article, Annotations.NONE).topics())
                .extracting(ArticleTopic::id)
                .contains("medtop:15000000", "medtop:29999999");
        assertThat(newer.explain(article)).containsEntry("topic medtop:29999999", "the name \"Walking football\"");
    }

    @Test
    void refusesAVocabularyOfOtherIds(@TempDir Path folder) throws IOException {
        String addresses = release().replace("\"medtop:", "\"http://cv.iptc.org/newscodes/mediatopic/");
        MediaTopics others = MediaTopics.of(Files.writeString(folder.resolve("topics.json"), addresses));

        assertThatThrownBy(() -> new TopicAnnotator(others, MODELS, Map.of()))
                .hasMessageContaining("none of the model's concepts (medtop:");
    }

    @Test
    void givesFewTopicsEachOnceTheSurestFirst() {
        List<ArticleTopic> topics = topics(TextArticles.of("Minister resigns over bank shares", """
                The finance minister resigned after parliament asked about his shares in a bank. The prime minister \
                will name a successor before the budget. Markets fell and the central bank left interest rates alone."""));

        assertThat(topics).hasSizeBetween(1, 4);
        assertThat(topics).extracting(ArticleTopic::id).doesNotHaveDuplicates();
        assertThat(topics).extracting(ArticleTopic::confidence).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void believesTheSourceAndMapsWhatWasRetired() {
        AnalyzedArticle article = stated(List.of(
                new ArticleTopic("medtop:20000163", "air and space incident", 1),
                new ArticleTopic("medtop:20000160", "emergency incident", 0.4),
                new ArticleTopic("desk:ice", "Ice", 1)));

        assertThat(topics(article))
                .containsExactly(
                        new ArticleTopic("medtop:03000000", "disaster, accident and emergency incident", 1),
                        new ArticleTopic("desk:ice", "Ice", 1));
    }

    @Test
    void keepsTheFirstTwentyOfASourcesSubjects() {
        assertThat(topics(stated(IntStream.range(0, 50)
                        .mapToObj(i -> new ArticleTopic("desk:" + i, "Desk " + i, 1))
                        .toList())))
                .extracting(ArticleTopic::id)
                .contains("desk:19")
                .doesNotContain("desk:20")
                .hasSizeBetween(20, 24);
    }

    @Test
    void addsItsOwnTopicsToCodesOfOtherVocabularies() {
        assertThat(topics(stated(List.of(new ArticleTopic("desk:ice", "Ice", 1)))))
                .extracting(ArticleTopic::id)
                .contains("desk:ice", "medtop:15000000");
    }

    @Test
    void asksTheEmbeddingOnlyWhereWordsLeaveDoubt() {
        ids("Striker scores twice in cup final", """
                The striker scored twice, the goalkeeper saved a penalty and the coach praised his players after the \
                final. The club won the league and the cup, and its fans sang for the team and its captain.""");
        assertThat(asked).hasValue(0);

        ids("Notes", "A quiet day by the window.");
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "goal", "😀😀 😀", "…", "12 345", "\uD800"})
    void takesAnyText(String text) {
        assertThat(topics(TextArticles.of(text)).size()).isLessThanOrEqualTo(4);
    }

    @Test
    void takesAVeryLongText() {
        assertThat(topics(TextArticles.of("The striker scored and the club won the cup. ".repeat(100_000))))
                .isNotEmpty();
    }

    @Test
    void leavesOtherLanguagesAlone() {
        assertThat(
                        ids(
                                null,
                                "Der Stürmer schoss zwei Tore und die Mannschaft gewann das Spiel gegen die Gäste aus der Stadt, "
                                        + "die nach der Pause nicht mehr in das Spiel fanden und sich am Ende bei den Zuschauern bedankten."))
                .isEmpty();
    }

    @Test
    void saysWhyATopicWasGiven() {
        Map<String, String> why = annotator.explain(TextArticles.of("Striker scores twice in soccer final", """
                The striker scored twice, the goalkeeper saved a penalty and the coach praised his players after the \
                final. The soccer club won the league and the cup, and its fans sang for the team and its captain."""));

        assertThat(why.get("topic medtop:15000000")).startsWith("words (");
        assertThat(why.get("topic medtop:20001065")).startsWith("words (").containsIgnoringCase("striker");
        assertThat(annotator
                        .explain(TextArticles.of("Striker scores in soccer cup final", "It was evening."))
                        .values())
                .anySatisfy(words -> assertThat(words).contains("Striker"));
        assertThat(annotator.explain(stated(List.of(new ArticleTopic("medtop:20001065", "soccer", 1)))))
                .containsExactly(Map.entry("topic medtop:20001065", "the source"));
    }

    @Test
    void namesTheModelsThatItUses() {
        assertThat(annotator.version()).matches("en-3-[0-9a-f]{8}\\+zh-3-[0-9a-f]{8}");
    }

    private static String release() throws IOException {
        try (InputStream in = MediaTopics.class.getResourceAsStream("mediatopics.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> ids(@Nullable String title, String text) {
        return topics(TextArticles.of(title, text)).stream()
                .map(ArticleTopic::id)
                .toList();
    }

    private List<ArticleTopic> topics(AnalyzedArticle article) {
        return annotator.annotate(article, Annotations.NONE).topics();
    }

    private static AnalyzedArticle stated(List<ArticleTopic> topics) {
        AnalyzedArticle article = TextArticles.of("Striker scores twice in cup final", """
                The striker scored twice, the goalkeeper saved a penalty and the coach praised his players after the \
                final. The club won the league and the cup, and its fans sang for the team and its captain.""");
        SourceArticle.Builder source =
                SourceArticle.builder().title(article.source().title());
        topics.forEach(source::topic);
        return new AnalyzedArticle(source.build(), article.body(), article.blocks());
    }
}
