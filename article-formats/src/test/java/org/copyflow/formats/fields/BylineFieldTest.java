package org.copyflow.formats.fields;

import static org.assertj.core.api.Assertions.assertThat;

import org.copyflow.events.article.Byline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BylineFieldTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    By Leila Haddad and Jonas Wirth       | Leila Haddad; Jonas Wirth
                    Leila Haddad & Jonas Wirth            | Leila Haddad; Jonas Wirth
                    Marisol Quintero, health correspondent | Marisol Quintero
                    BY RADKA NOVOTNA                      | RADKA NOVOTNA
                    Eve Moss und Finn Orr                 | Eve Moss; Finn Orr
                    记者 普春燕                            | 普春燕
                    沈若溪、何嘉树                          | 沈若溪; 何嘉树
                    """)
    void findsThePeople(String byline, String names) {
        assertThat(BylineField.people(byline)).extracting(Byline::name).containsExactly(names.split("; "));
    }

    @Test
    void tellsWhoDidWhat() {
        assertThat(BylineField.people("记者 普春燕 摄影 周航"))
                .containsExactly(new Byline("普春燕", "author"), new Byline("周航", "photographer"));
    }

    @Test
    void findsNobodyWhereNobodyIsNamed() {
        assertThat(BylineField.people("By Staff Reporters")).isEmpty();
        assertThat(BylineField.people("")).isEmpty();
        assertThat(BylineField.people("x".repeat(10_000))).isEmpty();
    }
}
