package org.copyflow.formats.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeJsonTest {

    @Test
    void refusesHostileJson() {
        assertUnreadable("{\"uri\":" + "[".repeat(100_000), "nested", "201, allowed are 200");
        assertUnreadable("{\"a\":".repeat(100_000), "nested");
        assertUnreadable("{\"version\":" + "9".repeat(5_000) + "}", "a number is longer", "5000");
        assertUnreadable("{\"uri\":\"a\",\"uri\":\"b\"}", "twice");
        assertUnreadable("{\"uri\":\"a\0b\"}", "line 1", "control character");
    }

    @Test
    void showsThePlaceOfAFaultAndWhatIsBeforeIt() {
        assertUnreadable("{\"uri\":\"urn:x\",\n\"headline\":}", "line 2, column 12", "\"headline\":'");
        assertUnreadable("{\"uri\":\"urn:x\"", "ends before it is complete");
        assertUnreadable("Dear editor,", "line 1", "no JSON");
    }

    @Test
    void refusesMoreBracketsNamesAndValuesThanTheLimit() {
        assertUnreadable("[" + "[],".repeat(300_000) + "[]]", "more brackets, names and values", "500000");
    }

    @Test
    void namesNoParserInWhatItSays() {
        for (String broken : new String[] {"{", "[1,]", "{\"a\":tru}", "'a'", "{\"a\":\"\\x\"}", "{a:1}"}) {
            assertThatThrownBy(() -> SafeJson.root(json(broken)))
                    .hasMessageNotContainingAny("JsonToken", "StreamRead", "REDACTED", "code 1", "FEATURE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32BE", "x-UTF-16LE-BOM", "UTF-16"})
    void tellsTheEncodingsOfUnicodeApart(String charset) {
        var document =
                new PushedDocument("{\"title\":\"湿地\"}".getBytes(Charset.forName(charset)), MediaType.JSON, null, null);

        assertThat(SafeJson.root(document).path("title").asString()).isEqualTo("湿地");
    }

    @ParameterizedTest
    @CsvSource({
        "gb2312, GB18030, 朱镕基看湿地",
        "big5, Big5, 濕地",
        "shift_jis, windows-31j, 湿地①",
        "iso-8859-1, windows-1252, “é”"
    })
    void believesACharsetThatIsNamed(String name, String charset, String title) {
        var document = new PushedDocument(
                ("{\"title\":\"" + title + "\"}").getBytes(Charset.forName(charset)),
                MediaType.parse("application/json; charset=" + name),
                null,
                null);

        assertThat(SafeJson.root(document).path("title").asString()).isEqualTo(title);
    }

    @Test
    void readsWhatIsNoUtf8InTheCharsetItLooksLike() {
        String json = "{\"title\":\"" + "湿地上的鹤每年秋天都会回来，人们在岸边等候。".repeat(5) + "\"}";
        var document = new PushedDocument(json.getBytes(Charset.forName("GB18030")), MediaType.JSON, null, null);

        assertThat(SafeJson.root(document).path("title").asString()).startsWith("湿地上的鹤");
    }

    private static void assertUnreadable(String json, String... says) {
        assertThatThrownBy(() -> SafeJson.root(json(json)))
                .isInstanceOfSatisfying(
                        UnreadableDocumentException.class,
                        e -> assertThat(e.code()).isEqualTo("unreadable-json"))
                .hasMessageContainingAll(says);
    }

    private static PushedDocument json(String text) {
        return new PushedDocument(text.getBytes(StandardCharsets.UTF_8), MediaType.JSON, null, null);
    }
}
