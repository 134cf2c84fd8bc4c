package org.copyflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The budgets of files, methods, packages and names. A budget that fails says what to do.
final class TidyTest {

    private static final int MAX_FILE_LINES = 350;
    private static final int MAX_METHOD_LINES = 50;
    private static final int MAX_LINE_CHARS = 120;
    private static final int MAX_TYPES_A_PACKAGE = 12;
    private static final int MAX_PARAMETERS = 5;

    /// The enriched article's JSON, a record an object: splitting the package would hide that it is one document.
    private static final Set<String> WHOLE_BY_NATURE =
            Set.of("article-events/src/main/java/org/copyflow/events/article");

    private static final Pattern VAGUE_NAME =
            Pattern.compile("(Util|Utils|Helper|Helpers|Manager|Impl|Common)(Test)?\\.java$");
    private static final Pattern SLEEP = Pattern.compile("Thread\\.sleep\\(");
    private static final Pattern LEFTOVER = Pattern.compile("(//|\\*).*\\b(TODO|FIXME|XXX)\\b");
    private static final Pattern REGISTRY =
            Pattern.compile("repo1?\\.maven|repo\\.maven\\.apache|registry\\.npmjs|deb\\.debian\\.org");

    private final Path root = projectRoot();

    @Test
    void filesFitOnAFewScreens() throws IOException {
        assertThat(offenders(
                        sources(),
                        (file, lines) -> lines.size() > MAX_FILE_LINES
                                ? List.of(file + " has " + lines.size() + " lines")
                                : List.of()))
                .as("files over %d lines: split them by what their parts are", MAX_FILE_LINES)
                .isEmpty();
    }

    @Test
    void linesFitOnAScreen() throws IOException {
        assertThat(offenders(
                        mainSources(), (file, lines) -> numbered(file, lines, line -> line.length() > MAX_LINE_CHARS)))
                .as("lines over %d characters: run the formatter, break comments", MAX_LINE_CHARS)
                .isEmpty();
    }

    @Test
    void methodsFitOnAScreen() throws IOException {
        assertThat(JavaMethods.of(sources()).stream().filter(method -> method.lines() > MAX_METHOD_LINES))
                .as("methods over %d lines: name their steps", MAX_METHOD_LINES)
                .isEmpty();
    }

    @Test
    void methodsTakeFewParameters() throws IOException {
        assertThat(JavaMethods.of(mainSources()).stream()
                        .filter(method -> !method.name().equals("<init>") && !method.overrides())
                        .filter(method -> method.parameters() > MAX_PARAMETERS))
                .as("methods with more than %d parameters: make a record of those that belong together", MAX_PARAMETERS)
                .isEmpty();
    }

    @Test
    void packagesHoldFewTypes() throws IOException {
        var types = new TreeMap<Path, Integer>();
        for (Path file : mainSources()) {
            if (!file.endsWith("package-info.java")) {
                types.merge(root.relativize(file.getParent()), 1, Integer::sum);
            }
        }
        types.values().removeIf(count -> count <= MAX_TYPES_A_PACKAGE);
        types.keySet().removeIf(folder -> WHOLE_BY_NATURE.contains(folder.toString()));
        assertThat(types)
                .as("packages with more than %d types: find the noun that splits them", MAX_TYPES_A_PACKAGE)
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        assertThat(mainSources().stream()
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                        .map(folder -> root.relativize(folder).toString()))
                .as("packages without a package-info.java")
                .isEmpty();
    }

    @Test
    void namesSayWhatAThingIs() throws IOException {
        assertThat(sources().stream()
                        .map(Path::toString)
                        .filter(name -> VAGUE_NAME.matcher(name).find()))
                .as("names that say little")
                .isEmpty();
    }

    @Test
    void testsAwaitConditionsInsteadOfSleeping() throws IOException {
        assertThat(offenders(
                        testSources(),
                        (file, lines) -> file.endsWith("TidyTest.java")
                                ? List.of()
                                : numbered(
                                        file, lines, line -> SLEEP.matcher(line).find())))
                .as("sleeps in tests: await a condition")
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        assertThat(offenders(
                        sources(),
                        (file, lines) -> file.endsWith("TidyTest.java")
                                ? List.of()
                                : numbered(
                                        file,
                                        lines,
                                        line -> LEFTOVER.matcher(line).find())))
                .as("left-overs: do it, or write it down where people plan")
                .isEmpty();
    }

    @Test
    void noFileNamesARegistry() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> texts = files.filter(TidyTest::isProjectText).toList();
            assertThat(offenders(
                            texts,
                            (file, lines) -> file.endsWith("TidyTest.java")
                                    ? List.of()
                                    : numbered(
                                            file,
                                            lines,
                                            line -> REGISTRY.matcher(line).find())))
                    .as("registry hosts: leave the choice of a registry to whoever builds")
                    .isEmpty();
        }
    }

    @FunctionalInterface
    private interface Inspection {
        List<String> inspect(Path file, List<String> lines);
    }

    private List<String> offenders(List<Path> files, Inspection inspection) throws IOException {
        var found = new ArrayList<String>();
        for (Path file : files) {
            found.addAll(inspection.inspect(root.relativize(file), Files.readAllLines(file)));
        }
        return found;
    }

    private static List<String> numbered(Path file, List<String> lines, Predicate<String> bad) {
        var found = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            if (bad.test(lines.get(i))) {
                found.add(file + ":" + (i + 1) + " " + lines.get(i).strip());
            }
        }
        return found;
    }

    private List<Path> sources() throws IOException {
        return javaFiles("src");
    }

    private List<Path> mainSources() throws IOException {
        return javaFiles("src/main");
    }

    private List<Path> testSources() throws IOException {
        return javaFiles("src/test");
    }

    private List<Path> javaFiles(String below) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> root.relativize(file).toString().contains("/" + below + "/"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        }
    }

    private static boolean isProjectText(Path file) {
        String name = file.toString();
        return Files.isRegularFile(file)
                && !name.contains("/target/")
                && !name.contains("/.git/")
                && name.matches(".*\\.(java|xml|yml|yaml|md|sh|json|properties|html|js|css)");
    }

    private static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("end-to-end-tests/pom.xml"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException(
                    "the project's root is not above " + Path.of("").toAbsolutePath());
        }
        return folder;
    }
}
