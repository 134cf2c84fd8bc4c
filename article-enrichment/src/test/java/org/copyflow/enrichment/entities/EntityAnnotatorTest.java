package org.copyflow.enrichment.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.copyflow.enrichment.annotation.AnalyzedArticle;
import org.copyflow.enrichment.annotation.Annotations;
import org.copyflow.enrichment.annotation.TextArticles;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.Entity;
import org.copyflow.formats.SourceArticle;
import org.junit.jupiter.api.Test;

class EntityAnnotatorTest {

    private static final EntityAnnotator ANNOTATOR = new EntityAnnotator();

    @Test
    void joinsSurnamesWithFullNames() {
        List<Entity> entities = entities("Professor Maria Kessler visited the laboratory. Kessler said it was quiet.");

        assertThat(entities).singleElement().satisfies(entity -> {
            assertThat(entity.name()).isEqualTo("Maria Kessler");
            assertThat(entity.type()).isEqualTo(Entity.Type.PERSON);
            assertThat(entity.aliases()).containsExactly("Kessler");
            assertThat(entity.mentions()).hasSize(2);
        });
    }

    @Test
    void joinsAcronymsWithWhatTheyStandFor() {
        List<Entity> entities = entities("The Harbour Safety Authority (HSA) met. Later the HSA agreed.");

        assertThat(entities).singleElement().satisfies(entity -> {
            assertThat(entity.name()).isEqualTo("Harbour Safety Authority");
            assertThat(entity.type()).isEqualTo(Entity.Type.ORGANISATION);
            assertThat(entity.aliases()).containsExactly("HSA");
        });
    }

    @Test
    void findsEventsAndTechnologiesThatPeopleFollowUnderOneName() {
        assertThat(entities("Delegates to the Two Sessions spoke of AI, and of how artificial intelligence is taught."))
                .anySatisfy(entity -> {
                    assertThat(entity.name()).isEqualTo("artificial intelligence");
                    assertThat(entity.type()).isEqualTo(Entity.Type.PRODUCT);
                    assertThat(entity.aliases()).containsExactly("AI");
                    assertThat(entity.mentions()).hasSize(2);
                })
                .anySatisfy(entity -> {
                    assertThat(entity.name()).isEqualTo("Two Sessions");
                    assertThat(entity.type()).isEqualTo(Entity.Type.EVENT);
                });
        assertThat(entities("今年全国两会期间，代表们谈到量子计算和人工智能。"))
                .extracting(Entity::name)
                .contains("两会", "量子计算", "人工智能");
        assertThat(entities("The team had two sessions in the gym.")).isEmpty();
    }

    @Test
    void leavesASubjectInANameToTheName() {
        assertThat(entities("He joined the Institute for Artificial Intelligence in Oslo."))
                .extracting(Entity::type)
                .doesNotContain(Entity.Type.PRODUCT);
    }

    @Test
    void linksCountriesToTheirCodesInEnglishAndChinese() {
        assertThat(entities("They flew to Norway."))
                .singleElement()
                .extracting(Entity::id)
                .isEqualTo("iso:NO");
        assertThat(entities("代表团抵达挪威访问。"))
                .singleElement()
                .extracting(Entity::id)
                .isEqualTo("iso:NO");
    }

    @Test
    void tellsACountryInCapitalsFromAPronoun() {
        assertThat(entities("The ferry was built in the US last year. Us she never carried."))
                .singleElement()
                .extracting(Entity::name)
                .isEqualTo("US");
    }

    @Test
    void findsChinesePersonsAfterTheirTitles() {
        assertThat(entities("副校长王建国表示，实验室将于明年开放。")).singleElement().satisfies(entity -> {
            assertThat(entity.name()).isEqualTo("王建国");
            assertThat(entity.type()).isEqualTo(Entity.Type.PERSON);
        });
    }

    @Test
    void knowsPersonsByHowTheyArePresented() {
        assertThat(entities("It was seen by Odalys Brannock, a pilot. The spokesperson Tamsin Okwuosa agreed."))
                .allSatisfy(entity -> assertThat(entity.type()).isEqualTo(Entity.Type.PERSON))
                .extracting(Entity::name)
                .containsExactlyInAnyOrder("Odalys Brannock", "Tamsin Okwuosa");
    }

    @Test
    void takesNoWordThatOnlyBeginsASentence() {
        assertThat(entities("Yesterday it rained. However, nobody minded.")).isEmpty();
    }

    @Test
    void leavesWordsBeforeANameOut() {
        assertThat(names("He joined the Oslo-based Brandt Institute for Coastal Research last year."))
                .contains("Brandt Institute for Coastal Research");
        assertThat(names("The minutes of the Norwegian Council for Science and Technology of Norway were read."))
                .anyMatch(name -> name.endsWith("Council for Science and Technology of Norway"));
    }

    @Test
    void keepsPossessivesOfGroupsInsideNames() {
        assertThat(names("She spoke to the All-Coast Fishermen's Welfare Committee (AFWC). The AFWC agreed."))
                .anyMatch(name -> name.endsWith("Fishermen's Welfare Committee"))
                .doesNotContain("AFWC");
    }

    @Test
    void takesCapitalsOfADatelineAsAPlace() {
        assertThat(entities("ROSENHAVN — Nine boats left the harbour on Monday."))
                .singleElement()
                .satisfies(entity -> {
                    assertThat(entity.name()).isEqualTo("ROSENHAVN");
                    assertThat(entity.type()).isEqualTo(Entity.Type.PLACE);
                });
    }

    @Test
    void takesNoCodeOfACurrencyAndNoExplainedAcronymAsAnOrganisation() {
        assertThat(names("Foreign direct investment (FDI) rose. The FDI was 5 million RMB, or USD 3 million."))
                .doesNotContain("FDI", "RMB", "USD");
    }

    @Test
    void givesTheTitleWithASurnameThatStandsAlone() {
        assertThat(entities("The plan of President Okwuosa was read."))
                .singleElement()
                .satisfies(entity -> {
                    assertThat(entity.name()).isEqualTo("Okwuosa");
                    assertThat(entity.aliases()).containsExactly("President Okwuosa");
                });
    }

    @Test
    void findsChinesePersonsWithoutTitlesAndForeignOnesByTheirSound() {
        assertThat(entities("昨天，周晓燕和玛丽埃尔·扎格尼斯参加了比赛。"))
                .allSatisfy(entity -> assertThat(entity.type()).isEqualTo(Entity.Type.PERSON))
                .extracting(Entity::name)
                .containsExactlyInAnyOrder("周晓燕", "玛丽埃尔·扎格尼斯");
    }

    @Test
    void findsChineseOrganisationsByTheirEndings() {
        assertThat(entities("他在浙江海洋研究所工作。")).singleElement().satisfies(entity -> {
            assertThat(entity.name()).isEqualTo("浙江海洋研究所");
            assertThat(entity.type()).isEqualTo(Entity.Type.ORGANISATION);
        });
    }

    @Test
    void keepsTheFullStopOfAnAbbreviationThatEndsAName() {
        assertThat(names("He sold the boats to Brannock Shipping Inc. and left for Oslo."))
                .contains("Brannock Shipping Inc.");
    }

    @Test
    void findsPlacesInSmallLetters() {
        assertThat(names("we drove from florida to san francisco in a week.")).contains("florida", "san francisco");
    }

    @Test
    void takesNoPeopleForACountryInChinese() {
        assertThat(names("许多挪威人喜欢滑雪。")).doesNotContain("挪威");
    }

    @Test
    void givesTheSameAnswersOnManyThreads() {
        String text = "Professor Maria Kessler visited Norway. Kessler met the Harbour Safety Authority (HSA).";
        List<Entity> alone = entities(text);

        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> entities(text)))
                .allMatch(alone::equals);
    }

    @Test
    void findsWhoIsNamedBesideTheTextOnly() {
        AnalyzedArticle body = TextArticles.of("Kessler left the harbour.");
        SourceArticle source = SourceArticle.builder()
                .caption(new Caption("Professor Maria Kessler in Norway.", "Harbour Pictures"))
                .build();

        List<Entity> entities = ANNOTATOR
                .annotate(new AnalyzedArticle(source, body.body(), body.blocks()), Annotations.NONE)
                .entities();

        assertThat(entities).extracting(Entity::name).containsExactlyInAnyOrder("Maria Kessler", "Norway");
        assertThat(entities)
                .filteredOn(entity -> entity.name().equals("Norway"))
                .singleElement()
                .satisfies(entity -> assertThat(entity.mentions()).isEmpty());
        assertThat(entities.getFirst().mentions()).hasSize(1);
    }

    private List<String> names(String text) {
        return entities(text).stream().map(Entity::name).toList();
    }

    private List<Entity> entities(String text) {
        return ANNOTATOR.annotate(TextArticles.of(text), Annotations.NONE).entities();
    }
}
