package org.copyflow.formats.html.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonNamesTest {

    @Test
    void splitsSeveralNames() {
        assertThat(PersonNames.stated("By Maren Oduya, Tom Bellweather and Lotte Marsh"))
                .containsExactly("Maren Oduya", "Tom Bellweather", "Lotte Marsh");
        assertThat(PersonNames.stated("LIANG Yilian & QI Liming")).containsExactly("LIANG Yilian", "QI Liming");
        assertThat(PersonNames.stated("张三、李四")).containsExactly("张三", "李四");
    }

    @Test
    void endsANameBeforeWhatFollowsIt() {
        assertThat(PersonNames.shown("By Maren Oduya Senior Reporter")).containsExactly("Maren Oduya");
        assertThat(PersonNames.shown("Maren Oduya Published: 14 September 2026"))
                .containsExactly("Maren Oduya");
        assertThat(PersonNames.shown("By Maren Oduya, City Hall correspondent 12 November"))
                .containsExactly("Maren Oduya");
        assertThat(PersonNames.shown("Maren Oduya Maren Oduya")).containsExactly("Maren Oduya");
        assertThat(PersonNames.stated("Ines Harrow, MD, PhD")).containsExactly("Ines Harrow");
    }

    @Test
    void takesNoFurnitureForAName() {
        assertThat(PersonNames.shown("Share this article")).isEmpty();
        assertThat(PersonNames.shown("About us")).isEmpty();
        assertThat(PersonNames.stated("https://paper.example/m-oduya")).isEmpty();
    }

    @Test
    void tellsBodiesFromPeople() {
        assertThat(PersonNames.isOrganisation("The Coast Record")).isTrue();
        assertThat(PersonNames.isOrganisation("Newsroom staff")).isTrue();
        assertThat(PersonNames.isOrganisation("Maren Oduya")).isFalse();
    }
}
