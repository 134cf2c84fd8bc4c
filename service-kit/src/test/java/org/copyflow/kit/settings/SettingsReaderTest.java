package org.copyflow.kit.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsReaderTest {

    public record Desk(
            @Setting(key = "desk.host", byDefault = "127.0.0.1", is = "Where it listens.")
            String host,

            @Setting(key = "desk.max-items", byDefault = "10", is = "Most items.", min = 1, max = 100)
            int maxItems,

            @Setting(key = "desk.max-bytes", byDefault = "5", is = "Most bytes.", min = 5)
            long maxBytes,

            @Setting(key = "desk.timeout", byDefault = "5s", is = "How long it waits.", min = 10, max = 60_000)
            Duration timeout,

            @Setting(key = "desk.folder", byDefault = "data", is = "Where it keeps things.")
            Path folder,

            @Setting(key = "desk.strict", byDefault = "false", is = "Whether it is strict.")
            boolean strict,

            @Setting(key = "desk.share", byDefault = "0.5", is = "Its share, from 0 to 1.")
            double share) {}

    public record Named(
            @Setting(key = "named.password-file", is = "A file with the password.")
            Path passwordFile) {}

    public record Pair(
            @Setting(key = "pair.low", byDefault = "1", is = "The low one.")
            int low,

            @Setting(key = "pair.high", byDefault = "2", is = "The high one.")
            int high) {
        public Pair {
            if (low > high) {
                throw new IllegalArgumentException("pair.low is " + low + ": it must not be above pair.high, " + high);
            }
        }
    }

    @Test
    void takesDefaultsWhereNothingIsGiven() {
        assertThat(desk(Map.of()))
                .isEqualTo(new Desk("127.0.0.1", 10, 5, Duration.ofSeconds(5), Path.of("data"), false, 0.5));
    }

    @Test
    void takesWhatIsGiven() {
        var desk = desk(Map.of(
                "desk.host", "0.0.0.0",
                "desk.max-items", "100",
                "desk.timeout", "20ms",
                "desk.folder", "/var/lib/copyflow",
                "desk.strict", "yes",
                "desk.share", "0.75"));

        assertThat(desk)
                .isEqualTo(
                        new Desk("0.0.0.0", 100, 5, Duration.ofMillis(20), Path.of("/var/lib/copyflow"), true, 0.75));
    }

    @Test
    void prefersWhatIsGivenOverTheEnvironmentOverTheDefault() {
        var reader = new SettingsReader(
                Map.of("desk.max-items", "7"),
                Map.of("COPYFLOW_DESK_MAX_ITEMS", "8", "COPYFLOW_DESK_HOST", "0.0.0.0", "HOME", "/root"));

        Desk desk = reader.read(Desk.class);
        reader.finish();

        assertThat(desk.maxItems()).isEqualTo(7);
        assertThat(desk.host()).isEqualTo("0.0.0.0");
        assertThat(desk.maxBytes()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"10ms,10", "2s,2000", "1 s,1000", "1m,60000"})
    void readsDurationsWithTheirUnit(String text, long ms) {
        assertThat(desk(Map.of("desk.timeout", text)).timeout()).isEqualTo(Duration.ofMillis(ms));
    }

    @ParameterizedTest
    @CsvSource({
        "desk.max-items, 0,        from 1 to 100",
        "desk.max-items, 101,      from 1 to 100",
        "desk.max-items, ten,      a number",
        "desk.max-items, 1e3,      a number",
        "desk.max-items, '',       given",
        "desk.max-bytes, 4,        at least 5",
        "desk.max-bytes, 99999999999999999999, a number",
        "desk.timeout,   5,        have a unit",
        "desk.timeout,   5y,       unit must be",
        "desk.timeout,   -5s,      a number",
        "desk.timeout,   1ms,      from 10ms to 60000ms",
        "desk.timeout,   2h,       from 10ms to 60000ms",
        "desk.strict,    perhaps,  true or false",
        "desk.share,     half,     a number",
    })
    void refusesWhatCannotBeUsedNamingKeyValueAndRemedy(String key, String value, String remedy) {
        assertThatThrownBy(() -> desk(Map.of(key, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(key + " is '" + value + "'")
                .hasMessageContaining(remedy);
    }

    @Test
    void namesTheEnvironmentVariableThatWasWrong() {
        var reader = new SettingsReader(Map.of(), Map.of("COPYFLOW_DESK_MAX_ITEMS", "many"));
        reader.read(Desk.class);

        assertThatThrownBy(reader::finish).hasMessageContaining("COPYFLOW_DESK_MAX_ITEMS is 'many'");
    }

    @Test
    void reportsEveryProblemOfEveryRecordAtOnce() {
        var reader = new SettingsReader(
                Map.of("desk.max-items", "0", "desk.strict", "perhaps", "desk.unheard-of", "1"), Map.of());
        reader.read(Desk.class);
        reader.read(Named.class);

        assertThatThrownBy(reader::finish)
                .message()
                .satisfies(message -> assertThat(message.lines())
                        .hasSize(4)
                        .anyMatch(line -> line.startsWith("desk.max-items is '0'"))
                        .anyMatch(line -> line.startsWith("desk.strict is 'perhaps'"))
                        .anyMatch(line -> line.startsWith("named.password-file is ''"))
                        .anyMatch(line -> line.startsWith("there is no setting 'desk.unheard-of'")));
    }

    @ParameterizedTest
    @CsvSource({
        "desk.max-item,          desk.max-items",
        "desk.maxitems,          desk.max-items",
        "COPYFLOW_DESK_TIMEOUTS, desk.timeout",
        "dsk.folder,             desk.folder",
    })
    void suggestsTheNearestKnownKey(String given, String meant) {
        boolean environment = given.startsWith("COPYFLOW_");
        var reader = new SettingsReader(
                environment ? Map.of() : Map.of(given, "1"), environment ? Map.of(given, "1") : Map.of());
        reader.read(Desk.class);

        assertThatThrownBy(reader::finish)
                .hasMessage("there is no setting '" + given + "'; did you mean '" + meant + "'?");
    }

    @Test
    void suggestsNothingWhereNothingIsNear() {
        var reader = new SettingsReader(Map.of("colour", "red"), Map.of());
        reader.read(Desk.class);

        assertThatThrownBy(reader::finish).hasMessage("there is no setting 'colour'");
    }

    @Test
    void leavesKeysAloneThatSomebodyElseReads() {
        var reader = new SettingsReader(Map.of("other.key", "1"), Map.of()).alsoKnown(List.of("other.key"));
        reader.read(Desk.class);

        reader.finish();

        assertThatThrownBy(() -> new SettingsReader(Map.of("other.key", "1"), Map.of()).finish())
                .isInstanceOf(SettingsException.class);
    }

    @Test
    void reportsWhatARecordRefusesWithWhatWasFoundBefore() {
        var reader = new SettingsReader(Map.of("desk.max-items", "0", "pair.low", "3"), Map.of());
        reader.read(Desk.class);

        assertThatThrownBy(() -> reader.read(Pair.class))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("desk.max-items is '0'")
                .hasMessageContaining("pair.low is 3: it must not be above pair.high, 2");
    }

    @Test
    void describesARecordInItsOwnOrder() {
        assertThat(SettingsReader.describe(Desk.class))
                .hasSize(7)
                .startsWith(
                        new SettingsReader.Row("desk.host", "127.0.0.1", "Where it listens."),
                        new SettingsReader.Row("desk.max-items", "10", "Most items."));
    }

    private static Desk desk(Map<String, String> values) {
        var reader = new SettingsReader(values, Map.of());
        Desk desk = reader.read(Desk.class);
        reader.finish();
        return desk;
    }
}
