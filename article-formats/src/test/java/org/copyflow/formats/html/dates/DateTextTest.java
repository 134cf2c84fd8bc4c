package org.copyflow.formats.html.dates;

import static org.assertj.core.api.Assertions.assertThat;

import org.copyflow.events.article.StatedTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-06T09:39:50+08:00            | 2026-03-06T09:39:50+08:00
            2026-03-06T09:39:50.123Z             | 2026-03-06T09:39:50Z
            2026-03-06 09:39:50.0                | 2026-03-06T09:39:50
            2026年3月6日 09:39                      | 2026-03-06T09:39:00
            Updated 11:22, 05-Mar-2025           | 2025-03-05
            March 6, 2026 at 4:05 p.m. EST       | 2026-03-06T16:05:00-05:00
            Fri, 6 Mar 2026 10:00:00 GMT         | 2026-03-06T10:00:00Z
            Veröffentlicht am 6. März 2026, 10:15 Uhr | 2026-03-06T10:15:00
            le 6 mars 2026                       | 2026-03-06
            6 de marzo de 2026                   | 2026-03-06
            06.03.2026                           | 2026-03-06
            3/14/2026                            | 2026-03-14
            14/3/2026                            | 2026-03-14
            6th March 2026                       | 2026-03-06
            20260306                             | 2026-03-06
            vineri, 6 martie 2026                | 2026-03-06
            6. maaliskuuta 2026                  | 2026-03-06
            2026년 3월 6일                          | 2026-03-06
            le 1er mars 2026                     | 2026-03-01
            Anna LindMar 6, 2026                 | 2026-03-06
            1772789990                           | 2026-03-06T09:39:50Z
            """)
    void findsTheFirstDateAsItIsStated(String text, String expected) {
        assertThat(DateText.parse(text)).isEqualTo(new StatedTime(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "no date at all",
        "31 February 2026",
        "page 3 of 12",
        "call 555 2026 1234",
        "99999999999999999999",
        "0123456789",
        "6 March 1890"
    })
    void inventsNoDate(String text) {
        assertThat(DateText.parse(text)).isNull();
    }

    @Test
    void readsADateInAnAddress() {
        assertThat(DateText.inAddress("https://paper.example/news/2026/03/06/harbour"))
                .isEqualTo(new StatedTime("2026-03-06"));
        assertThat(DateText.inAddress("https://paper.example/2026/march/06/harbour"))
                .isEqualTo(new StatedTime("2026-03-06"));
        assertThat(DateText.inAddress("https://paper.example/item-123456")).isNull();
        assertThat(DateText.inAddress("https://paper.example/2026/mar21/harbour"))
                .isNull();
        assertThat(DateText.monthInAddress("https://paper.example/2026/03/harbour"))
                .isEqualTo("2026-03");
        assertThat(DateText.monthInAddress("https://paper.example/2026/harbour"))
                .isEmpty();
    }
}
