package org.copyflow.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedEntitiesTest {

    @ParameterizedTest
    @CsvSource({
        "a&eacute;b, aéb",
        "&rsquo;&hellip;, ’…",
        "&amp;nbsp;, &amp;nbsp;",
        "&lt;b&gt; &quot;&apos;, &lt;b&gt; &quot;&apos;",
        "&nonesuch;, &nonesuch;",
        "&eacute, &eacute",
        "& &; &eacute;, & &; é",
        "<![CDATA[&eacute;]]>&eacute;<![CDATA[&eacute;]]>, <![CDATA[&eacute;]]>é<![CDATA[&eacute;]]>",
        "<![CDATA[&eacute;, <![CDATA[&eacute;",
        "&LT;&AMP;, &LT;&AMP;"
    })
    void becomeTheirCharacters(String xml, String resolved) {
        assertThat(NamedEntities.resolved(xml)).isEqualTo(resolved);
    }

    @ParameterizedTest
    @CsvSource({"a&eacute;b, true", "a&amp;&lt;&gt;&quot;&apos;&#233;, false", "plain &, false"})
    void areLookedForOnlyWhereTheyMayBe(String xml, boolean likely) {
        assertThat(NamedEntities.isLikely(xml.getBytes(StandardCharsets.UTF_8))).isEqualTo(likely);
    }
}
