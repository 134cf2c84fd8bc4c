package org.copyflow.index.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource({
        "Efim Zelmanov, efim-zelmanov",
        "  U.S. Department of Energy , u-s-department-of-energy",
        "南方科技大学, 南方科技大学",
        "Ｆｕｌｌ　ｗｉｄｔｈ, full-width",
        "Zürich & Genève, zürich-genève",
        "हिन्दी भाषा, हिन्दी-भाषा",
        "5G, 5g",
        "-–—, ''",
        "O’Neill, o-neill",
        "a/b\\c<d>, a-b-c-d",
    })
    void keepsLettersAndDigitsOfAnyScript(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
    }

    @Test
    void composesWhatIsWrittenInPieces() {
        assertThat(Slug.of("Zu\u0308rich")).isEqualTo("zürich");
    }

    @Test
    void doesNotBeginWithAMark() {
        assertThat(Slug.of("\u0301a")).isEqualTo("a");
    }

    @Test
    void isBoundedAndNeverEndsInADashOrHalfACharacter() {
        assertThat(Slug.of("a".repeat(79) + " b")).isEqualTo("a".repeat(79));
        assertThat(Slug.of("𠀀".repeat(41))).isEqualTo("𠀀".repeat(40));
        assertThat(Slug.of("a" + "𠀀".repeat(41))).isEqualTo("a" + "𠀀".repeat(39));
    }

    @Test
    void readsOnlyTheStartOfAVeryLongName() {
        assertThat(Slug.of(" ".repeat(5_000) + "late")).isEmpty();
    }
}
