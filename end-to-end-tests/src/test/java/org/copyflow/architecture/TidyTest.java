package org.copyflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private static final Pattern METHOD = Pattern.compile(
            "^ {4}(?: {4})?(?:(?:public|protected|private|static|final|default|synchronized|abstract)\\s+)*"
                    + "(?:<[^>]+>\\s+)?[\\w.<>\\[\\], ?@]+\\s+(\\w+)\\((.*)$");
    private static final Pattern VAGUE_NAME =
            Pattern.compile("(Util|Utils|Helper|Helpers|Manager|Impl|Common)(Test)?\\.java$");
    private static final Pattern SLEEP = Pattern.compile("Thread\\.sleep\\(");
    private static final Pattern LEFTOVER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
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
        assertThat(offenders(sources(), (file, lines) -> numbered(file, lines, line -> line.length() > MAX_LINE_CHARS)))
                .as("lines over %d characters: run the formatter, break comments", MAX_LINE_CHARS)
                .isEmpty();
    }

    @Test
    void methodsFitOnAScreen() throws IOException {
        assertThat(offenders(sources(), TidyTest::longMethods))
                .as("methods over %d lines: name their steps", MAX_METHOD_LINES)
                .isEmpty();
    }

    @Test
    void methodsTakeFewParameters() throws IOException {
        assertThat(offenders(mainSources(), TidyTest::wideMethods))
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

    /// A method begins with its signature at one or two levels of indentation and ends with a brace at the same one.
    private static List<String> longMethods(Path file, List<String> lines) {
        var found = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            var method = METHOD.matcher(lines.get(i));
            if (!method.matches() || isNoDeclaration(lines.get(i))) {
                continue;
            }
            String close = " ".repeat(indentation(lines.get(i))) + "}";
            int end = i;
            while (end < lines.size() && !lines.get(end).equals(close)) {
                end++;
            }
            if (end < lines.size() && end - i + 1 > MAX_METHOD_LINES) {
                found.add(file + ":" + (i + 1) + " " + method.group(1) + " has " + (end - i + 1) + " lines");
            }
        }
        return found;
    }

    private static List<String> wideMethods(Path file, List<String> lines) {
        var found = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            var method = METHOD.matcher(lines.get(i));
            if (!method.matches() || isNoDeclaration(lines.get(i))) {
                continue;
            }
            var signature = new StringBuilder(method.group(2));
            for (int j = i + 1; signature.indexOf(") {") < 0 && signature.indexOf(");") < 0 && j < lines.size(); j++) {
                signature.append(lines.get(j).strip()).append(' ');
            }
            if (signature.indexOf(") {") >= 0
                    && parameters(signature.substring(0, signature.indexOf(") {"))) > MAX_PARAMETERS) {
                found.add(file + ":" + (i + 1) + " " + method.group(1));
            }
        }
        return found;
    }

    private static int parameters(String list) {
        int depth = 0;
        int count = list.isBlank() ? 0 : 1;
        for (char c : list.toCharArray()) {
            depth += c == '<' || c == '(' ? 1 : c == '>' || c == ')' ? -1 : 0;
            count += c == ',' && depth == 0 ? 1 : 0;
        }
        return count;
    }

    private static boolean isNoDeclaration(String line) {
        String code = line.strip();
        return code.startsWith("return ")
                || code.startsWith("new ")
                || code.startsWith("throw ")
                || code.startsWith("else ")
                || code.contains("record ")
                || code.contains(" = ")
                || code.endsWith(";");
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
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
