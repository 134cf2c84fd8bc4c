package org.copyflow.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.copyflow.enrich.annotation.Annotations;
import org.copyflow.enrich.annotation.TextArticles;
import org.copyflow.events.article.Entity;
import org.junit.jupiter.api.Test;

class EntityAnnotatorTest {

    private final EntityAnnotator annotator = new EntityAnnotator();

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

    private List<Entity> entities(String text) {
        return annotator.annotate(TextArticles.of(text), Annotations.NONE).entities();
    }
}
