package org.copyflow.enrichment.keyphrases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.TextArticles;
import org.copyflow.events.article.Entity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class KeyphraseAnnotatorTest {

    private static final String HEADLINE = "Tidal turbines feed the grid for the first time";
    private static final String ARTICLE = """
            Engineers at the Institute of Marine Science said on Monday that tidal turbines in the Karrow Strait had fed \
            power into the national grid for the first time.

            The tidal turbines, which weigh 200 tonnes each, turn slowly. "Our turbines never stop," said Mara Lindqvist, \
            who leads the Institute of Marine Science. "The Karrow Strait is the best place for them."

            Offshore wind is cheaper today, but offshore wind depends on the weather. Mara Lindqvist expects the price of \
            tidal power to fall quickly, as offshore wind did.""";

    private static final String CHINESE_HEADLINE = "潮汐电站首次并网";
    private static final String CHINESE = """
            记者周一获悉，卡罗海峡的潮汐电站首次向电网供电。潮汐电站由海洋科学研究所设计。

            海洋科学研究所所长表示，潮汐电站成本仍然较高。她认为，海洋科学研究所将继续改进涡轮机，使涡轮机更轻。

            卡罗海峡水流湍急，建设者说，卡罗海峡适合发电，新型涡轮机也更安静。""";

    @Test
    void findsWhatTheArticleIsAbout() {
        assertThat(phrases(HEADLINE, ARTICLE, Annotations.NONE))
                .contains("tidal turbines", "offshore wind", "Karrow Strait", "Institute of Marine Science");
    }

    @Test
    void putsThePhraseOfTheHeadlineFirst() {
        assertThat(phrases(HEADLINE, ARTICLE, Annotations.NONE).getFirst()).isEqualTo("tidal turbines");
    }

    @Test
    void cutsNoNameInTwo() {
        assertThat(phrases(HEADLINE, ARTICLE, Annotations.NONE))
                .doesNotContain("Institute", "Marine Science", "Karrow", "Strait", "Science");
    }

    @Test
    void leavesPersonsAndPlacesToTheEntities() {
        Annotations found = Annotations.NONE.withEntities(List.of(
                new Entity("Mara Lindqvist", Entity.Type.PERSON, List.of("Lindqvist"), null, 0.5, List.of()),
                new Entity("Karrow Strait", Entity.Type.PLACE, List.of(), null, 0.5, List.of())));
        assertThat(phrases(HEADLINE, ARTICLE, found))
                .contains("tidal turbines")
                .noneMatch(phrase -> phrase.contains("Lindqvist") || phrase.equals("Karrow Strait"));
    }

    @Test
    void givesNoWeakWords() {
        assertThat(phrases(HEADLINE, ARTICLE, Annotations.NONE))
                .noneMatch(phrase -> phrase.matches("(?i).*\\b(monday|said|never|quickly|the|time|first)\\b.*"));
    }

    @Test
    void findsChinesePhrasesWithoutADictionary() {
        assertThat(phrases(CHINESE_HEADLINE, CHINESE, Annotations.NONE))
                .contains("潮汐电站", "海洋科学研究所", "卡罗海峡", "涡轮机")
                .noneMatch(phrase -> phrase.contains("记者") || phrase.contains("表示"));
    }

    @Test
    void givesChinesePhrasesWhole() {
        assertThat(phrases(CHINESE_HEADLINE, CHINESE, Annotations.NONE)).doesNotContain("潮汐", "海洋科学", "研究所", "罗海峡");
    }

    @Test
    void givesAtMostTen() {
        var text = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            String name = "Alpha" + i + " Beta" + i;
            text.append("They saw ")
                    .append(name)
                    .append(" and then ")
                    .append(name)
                    .append(" again. ");
        }
        assertThat(phrases(null, text.toString(), Annotations.NONE)).hasSize(10);
    }

    @Test
    void findsNothingInNothing() {
        assertThat(phrases(null, "", Annotations.NONE)).isEmpty();
        assertThat(phrases("Only a headline", "12:30 …", Annotations.NONE)).isEmpty();
    }

    @Test
    void choosesTheSameEveryTime() {
        List<String> once = phrases(HEADLINE, ARTICLE, Annotations.NONE);
        for (int i = 0; i < 20; i++) {
            assertThat(phrases(HEADLINE, ARTICLE, Annotations.NONE)).isEqualTo(once);
        }
    }

    private static List<String> phrases(@Nullable String title, String text, Annotations found) {
        return new KeyphraseAnnotator()
                .annotate(TextArticles.of(title, text), found)
                .keyphrases();
    }
}
