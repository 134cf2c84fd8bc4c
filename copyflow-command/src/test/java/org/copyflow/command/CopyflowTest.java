package org.copyflow.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.copyflow.events.catalogue.EventTopic;
import org.copyflow.events.catalogue.EventTopics;
import org.copyflow.kit.access.ApiKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyflowTest {

    @TempDir
    private Path folder;

    @Test
    void showsItsCommandsAndExitCodes() {
        Run run = Run.of("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "up ",
                        "push ",
                        "tail ",
                        "enrich ",
                        "ingest ",
                        "index ",
                        "dead-letters ",
                        "topics ",
                        "settings ")
                .contains("69", "130");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "push",
                "tail",
                "enrich",
                "ingest",
                "index",
                "keys",
                "keys new",
                "dead-letters",
                "dead-letters list",
                "dead-letters show",
                "dead-letters replay",
                "topics",
                "settings",
                "version"
            })
    void showsHelpAtEveryLevel(String command) {
        Run run = Run.of((command + " --help").split(" ", -1));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: copyflow " + command);
    }

    @Test
    void makesAKeyAndTheLineForTheFile() {
        Run run = Run.of("keys", "new", "city-desk");

        assertThat(run.exitCode()).isZero();
        String key = run.out()
                .substring(run.out().indexOf("cfk_"))
                .lines()
                .findFirst()
                .orElseThrow();
        assertThat(run.out()).contains("\"city-desk\": {\"keys\": [\"" + ApiKeys.hash(key) + "\"]}");
        assertThat(run.out())
                .contains("\"city-desk\": {\"keys\": [\"" + ApiKeys.hash(key) + "\"], \"scopes\": [\"read\"");
        assertThat(Run.of("keys", "new", "City Desk").exitCode()).isEqualTo(2);
        assertThat(Run.of("keys").exitCode()).isEqualTo(2);
    }

    @Test
    void listensForOthersOnlyWhereSomebodySaidWhoMayPush() {
        Run run = Run.of("ingest", "--set", "ingest.host=0.0.0.0");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("ingest.sources-file").contains("ingest.open=true");
    }

    @Test
    void showsArticlesToOthersOnlyWhereSomebodySaidWhoMayRead() {
        Run run = Run.of("index", "--set", "index.host=0.0.0.0");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("index.readers-file").contains("index.open=true");
    }

    @Test
    void refusesWhatItDoesNotKnowWithTheNearest() {
        assertThat(Run.of().exitCode()).isEqualTo(2);
        assertThat(Run.of("topcis").exitCode()).isEqualTo(2);
        assertThat(Run.of("topcis").err()).contains("topics");
    }

    @Test
    void listsTheCatalogueForPeopleAndForPrograms() {
        List<String> names = EventTopics.all().stream().map(EventTopic::name).toList();

        assertThat(Run.of("topics").lines()).hasSize(names.size() + 1);
        assertThat(Run.of("topics", "--json").lines())
                .zipSatisfy(names, (line, name) -> assertThat(line).startsWith("{\"name\":\"" + name + "\""));
    }

    @Test
    void tellsVersions() {
        assertThat(Run.of("version").out())
                .containsPattern("copyflow \\d+\\.\\d+")
                .containsPattern("kafka +\\d+\\.\\d+")
                .contains("java     " + Runtime.version());
    }

    @Test
    void listsEverySettingWithItsDefault() {
        assertThat(Run.of("settings").out())
                .contains("kafka.bootstrap-servers", "ingest.max-body-bytes", "enrich.threads", "index.port")
                .containsPattern("data-dir +data ");
    }

    @Test
    void refusesSettingsThatCannotBeUsedAllAtOnce() throws Exception {
        Path file = Files.writeString(folder.resolve("copyflow.properties"), "ingest.port=many\nindex.prot=80\n");

        Run run = Run.of("ingest", "--settings", file.toString(), "--set", "enrich.threads=0");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("ingest.port is 'many': it must be a number")
                .contains("there is no setting 'index.prot'; did you mean 'index.port'?")
                .contains("enrich.threads is '0'");
        assertThat(Run.of("ingest", "--settings", "missing.properties").err()).contains("missing.properties");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "push --to notaurl FILE",
                "push --to ftp://x FILE",
                "push --to http:// FILE",
                "push --to http://[ FILE",
                "tail --from notaurl",
                "tail --from ftp://x"
            })
    void refusesAddressesThatAreNoneInOneLine(String line) {
        Run run = Run.of(line.split(" ", -1));

        String command = line.substring(0, 4);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines())
                .hasSize(2)
                .first(InstanceOfAssertFactories.STRING)
                .contains(line.split(" ", -1)[1], line.split(" ", -1)[2], "is not the address of a service");
        assertThat(run.err()).endsWith("See copyflow " + command + " --help.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "ingest", "index", "enrich", "dead-letters list", "dead-letters replay --all"})
    void refusesBrokersThatAreNoAddresses(String command) {
        Run run = Run.of((command + " --bootstrap-server nonsense").split(" ", -1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("kafka.bootstrap-servers is 'nonsense': it must be host:port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "line\nbreak"})
    void refusesASourceThatIngestWouldRefuse(String source) {
        Run run = Run.of("push", "--source", source, "FILE");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("--source: ").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_534, 99_999})
    void refusesPortsThatLeaveNoRoomForTheOthers(int port) {
        Run run =
                Run.of("up", "--port=" + port, "--data", folder.resolve("data").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("--port is " + port + ": it must be from 1 to 65533")
                .doesNotContain(".port");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dead-letters show nonsense", "dead-letters replay"})
    void namesACommandInFullWhereItPointsToItsHelp(String line) {
        Run run = Run.of(line.split(" ", -1));

        String command = line.replace(" nonsense", "");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).endsWith("See copyflow " + command + " --help.\n");
    }

    @Test
    void documentsTheSameExitCodesAsItUses() {
        assertThat(Map.of("up", 2, "push", 2))
                .allSatisfy((command, code) -> assertThat(
                                Run.of(command, "--no-such-option").exitCode())
                        .isEqualTo(code));
    }
}
