package org.copyflow.enrichment.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LanguageGuessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The harbour board said on Monday that the tunnel would open in spring, two years after it was planned.
            fr | Le conseil du port a annoncé lundi que le tunnel ouvrira au printemps, deux ans après la date prévue.
            de | Die Hafenbehörde teilte am Montag mit, dass der Tunnel im Frühjahr eröffnet wird, zwei Jahre später als geplant.
            es | La autoridad del puerto dijo el lunes que el túnel se abrirá en primavera, dos años después de lo previsto.
            pt | A autoridade do porto disse na segunda-feira que o túnel vai abrir na primavera, dois anos depois do que foi previsto.
            it | L'autorità del porto ha detto lunedì che il tunnel sarà aperto in primavera, due anni dopo la data che era prevista.
            nl | Het havenbedrijf zei maandag dat de tunnel in het voorjaar opengaat, twee jaar later dan was gepland.
            sv | Hamnen sade på måndagen att tunneln ska öppna i vår, två år efter det som var planerat från början.
            pl | Władze portu podały w poniedziałek, że tunel zostanie otwarty na wiosnę, dwa lata po tym, jak było to planowane.
            tr | Liman idaresi pazartesi günü tünelin ilkbaharda açılacağını ve bunun iki yıl sonra olduğunu söyledi, ancak bir tarih vermedi.
            id | Otoritas pelabuhan mengatakan pada hari Senin bahwa terowongan itu akan dibuka dan tidak akan ditunda lagi.
            vi | Ban quản lý cảng cho biết đường hầm sẽ mở cửa vào mùa xuân và đã được xây trong hai năm.
            ru | Администрация порта сообщила в понедельник, что тоннель откроется весной, на два года позже, чем было задумано.
            uk | Адміністрація порту повідомила у понеділок, що тунель відкриють навесні, на два роки пізніше, як це було задумано.
            ar | قالت إدارة الميناء يوم الاثنين إن النفق سيفتح في الربيع بعد عامين من الموعد الذي كان مقررا.
            fa | مدیریت بندر روز دوشنبه گفت که تونل در بهار باز می شود و این دو سال پس از زمانی است که برای آن تعیین شده بود.
            hi | बंदरगाह प्रशासन ने सोमवार को कहा कि सुरंग वसंत में खुलेगी और यह दो साल बाद है।
            el | Η διοίκηση του λιμανιού ανακοίνωσε τη Δευτέρα ότι η σήραγγα θα ανοίξει την άνοιξη.
            he | הנהלת הנמל הודיעה ביום שני כי המנהרה תיפתח באביב.
            th | ท่าเรือประกาศเมื่อวันจันทร์ว่าอุโมงค์จะเปิดในฤดูใบไม้ผลิ
            ko | 항만 당국은 월요일 터널이 봄에 개통될 것이라고 밝혔다.
            ja | 港湾局は月曜日、トンネルが春に開通すると発表した。
            zh | 港务局周一表示，隧道将于春季开通，比计划晚了两年。
            zh | 港務局週一表示，隧道將於春季開通，比計劃晚了兩年。
            zh | DeepSeek发布R1模型，OpenAI和Google回应称AI竞争加剧。
            und | 12:30 – 45 % …
            en | Cup final tonight
            """)
    void tellsTheLanguage(String language, String text) {
        assertThat(guess(text, null)).isEqualTo(language);
    }

    @Test
    void believesWhatTheDocumentStates() {
        assertThat(guess("Cup final", "de-AT")).isEqualTo("de");
        assertThat(guess("Hamnen öppnar", "sv")).isEqualTo("sv");
        assertThat(guess("港务局", "zh-Hant")).isEqualTo("zh");
    }

    @Test
    void believesTheTextMoreThanATemplate() {
        String chinese = "港务局周一表示，隧道将于春季开通。";
        assertThat(guess(chinese, "en")).isEqualTo("zh");
        String english =
                "The board said on Monday that it would open the tunnel in the spring, and that all of it had been"
                        + " tested by then. It is the first of its kind, and they have not said what it has cost so far.";
        assertThat(guess(english, "fr")).isEqualTo("en");
        assertThat(guess(english, "zh-CN")).isEqualTo("en");
        assertThat(guess(english, "English (United States)")).isEqualTo("en");
    }

    @Test
    void isNotMisledByForeignNames() {
        assertThat(guess("Los Angeles, La Paz, El Salvador and Rio de Janeiro sent their mayors to the summit.", null))
                .isEqualTo("en");
    }

    private static String guess(String text, @Nullable String stated) {
        return LanguageGuess.of(text, Tokenizer.tokenize(text), stated);
    }
}
