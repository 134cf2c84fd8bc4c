package org.copyflow.kit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every code that the services' sources answer with is in `docs/http-errors.md`.
final class ProblemCodesTest {

    private static final Path ROOT = root();
    private static final String CALL = "Problem.of(";
    private static final Pattern CODE = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)*-?)\"");

    /// One place where a problem is made.
    ///
    /// @param arguments as they stand in the source
    private record Call(Path file, String arguments) {

        List<String> codes() {
            return CODE.matcher(arguments)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }

        /// The enum of refusals gives its own codes; another test compares all of them.
        boolean isOfRefusals() {
            return file.endsWith("Refusal.java");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"service-kit", "ingest-service", "index-service"})
    void areAllDocumented(String module) throws IOException {
        String document = Files.readString(ROOT.resolve("docs/http-errors.md"));

        List<Call> calls = calls(ROOT.resolve(module).resolve("src/main/java"));

        assertThat(calls).isNotEmpty().allSatisfy(call -> {
            if (!call.isOfRefusals()) {
                assertThat(call.codes())
                        .as("a code spelled out in %s: %s(%s)", call.file(), CALL, call.arguments())
                        .isNotEmpty();
            }
            assertThat(call.codes())
                    .allSatisfy(code -> assertThat(document)
                            .as("docs/http-errors.md, of which %s answers with %s", call.file(), code)
                            .contains("\n| `" + code));
        });
    }

    private static List<Call> calls(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(ProblemCodesTest::callsIn)
                    .toList();
        }
    }

    private static Stream<Call> callsIn(Path file) {
        String source = read(file);
        return Stream.iterate(source.indexOf(CALL), at -> at >= 0, at -> source.indexOf(CALL, at + CALL.length()))
                .map(at -> new Call(file, arguments(source, at + CALL.length())));
    }

    /// Up to the parenthesis that closes the call; no string in such a call holds one by itself.
    private static String arguments(String source, int start) {
        int open = 1;
        int end = start;
        for (; open > 0; end++) {
            open += source.charAt(end) == '(' ? 1 : source.charAt(end) == ')' ? -1 : 0;
        }
        return source.substring(start, end - 1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/http-errors.md"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no folder above this one has docs/http-errors.md");
        }
        return folder;
    }
}
