package org.copyflow.index.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copyflow.index.SampleArticles.article;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.ArticleStatus;
import org.copyflow.events.article.DataMining;
import org.copyflow.events.article.Rights;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LimitTest {

    private static final Limit DESK = new Limit(Set.of("desk", "wire"), null);
    private static final Limit MINED = new Limit(Set.of(), MiningRight.MINING_ALLOWED);
    private static final Limit SPARED = new Limit(Set.of(), MiningRight.MINING_NOT_PROHIBITED);

    @Test
    void takesArticlesOfItsSourcesWithItsRights() {
        assertThat(Limit.NONE.takes(of("paper", DataMining.PROHIBITED))).isTrue();
        assertThat(DESK.takes(of("desk", DataMining.PROHIBITED))).isTrue();
        assertThat(DESK.takes(of("paper", DataMining.ALLOWED))).isFalse();
        assertThat(MINED.takes(of("desk", null))).isFalse();
        assertThat(SPARED.takes(of("desk", null))).isTrue();
        assertThat(SPARED.takes(of("desk", DataMining.PROHIBITED_TRAINING))).isFalse();
    }

    @Test
    void letsAReaderHearOfWhatItsSourcesWithdraw() {
        Article withdrawn = article("a", "desk").status(ArticleStatus.CANCELED).build();

        assertThat(new Limit(Set.of("desk"), MiningRight.MINING_ALLOWED).takes(withdrawn))
                .isTrue();
        assertThat(new Limit(Set.of("wire"), null).takes(withdrawn)).isFalse();
    }

    @Test
    void narrowsAFilterToItsSources() {
        assertThat(narrowed(DESK, Map.of()).source()).containsExactlyInAnyOrder("desk", "wire");
        assertThat(narrowed(DESK, Map.of("source", List.of("desk", "paper"))).source())
                .containsExactly("desk");
        assertThat(DESK.narrowed(FilterReader.read(Map.of("source", List.of("paper")))))
                .as("nothing is left")
                .isNull();
        assertThat(narrowed(Limit.NONE, Map.of("source", List.of("paper"))).source())
                .containsExactly("paper");
        assertThat(narrowed(DESK, Map.of("language", List.of("zh"))).language()).containsExactly("zh");
    }

    @Test
    void narrowsAFilterToItsRights() {
        var allowed = List.of("mining-allowed");
        var both = List.of("mining-allowed", "mining-not-prohibited");

        assertThat(narrowed(MINED, Map.of()).rights()).containsExactly(MiningRight.MINING_ALLOWED);
        assertThat(narrowed(MINED, Map.of("rights", both)).rights()).containsExactly(MiningRight.MINING_ALLOWED);
        assertThat(narrowed(SPARED, Map.of("rights", both)).rights())
                .containsExactly(MiningRight.MINING_NOT_PROHIBITED);
        assertThat(narrowed(SPARED, Map.of("rights", allowed)).rights()).containsExactly(MiningRight.MINING_ALLOWED);
    }

    private static Filter narrowed(Limit limit, Map<String, List<String>> asked) {
        return Objects.requireNonNull(limit.narrowed(FilterReader.read(asked)));
    }

    private static Article of(String source, @Nullable DataMining mining) {
        var rights = new Rights(null, null, null, null, null, mining, null);
        return article("a", source).rights(rights).build();
    }
}
