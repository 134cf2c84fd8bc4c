package org.copyflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher script in folders of its own, with a Java and a Maven that only say how they were called.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final Path LAUNCHER =
            Path.of("..", "copyflow").toAbsolutePath().normalize();
    private static final List<String> TOOLS = List.of(
            "sh", "dirname", "readlink", "find", "head", "mkdir", "cat", "sleep", "rm", "mv", "grep", "touch", "env");
    private static final String JAVA = """
            #!/bin/sh
            echo "CLASSPATH=$CLASSPATH"
            for argument in "$@"; do echo "<$argument>"; done
            """;
    private static final String MAVEN = """
            #!/bin/sh
            echo run >>"$COUNT"
            echo "[INFO] Building article-events 1.0                                     [1/2]"
            echo "[INFO] Building copyflow-command 1.0                                   [2/2]"
            sleep 1
            mkdir -p "$HOME_OF_IT/copyflow-command/target/lib"
            : >"$HOME_OF_IT/copyflow-command/target/lib/b.jar"
            : >"$HOME_OF_IT/copyflow-command/target/lib/a.jar"
            """;
    private static final String FAILING_MAVEN = """
            #!/bin/sh
            echo "[INFO] Building copyflow-command 1.0                                   [1/1]"
            echo "[ERROR] Broken.java:[3,1] class expected"
            echo "[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch."
            exit 1
            """;

    @TempDir
    private Path folder;

    private Path home;
    private Path tools;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void layOut() throws IOException {
        home = Files.createDirectories(folder.resolve("a home"));
        Files.copy(LAUNCHER, home.resolve("copyflow"));
        tools = Files.createDirectories(folder.resolve("bin"));
        for (String tool : TOOLS) {
            Path found = List.of(Path.of("/bin", tool), Path.of("/usr/bin", tool)).stream()
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + tool + " on this machine"));
            Files.createSymbolicLink(tools.resolve(tool), found);
        }
    }

    @Test
    void saysWhatToInstallWhereThereIsNoJava() throws Exception {
        jdk("old", "17.0.9");
        Files.createDirectories(home.resolve("lib"));

        Ended ended = launch(Map.of("JAVA_HOME", folder.resolve("old").toString()));

        assertThat(ended.code()).isEqualTo(69);
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).contains("Java 25 or newer is needed").contains("Install a JDK 25");
    }

    @Test
    void refusesAnOwnVariableThatNamesAnOlderJava() throws Exception {
        jdk("old", "17.0.9");
        jdk("jdks/new", "25.0.1");

        Ended ended = launch(Map.of("COPYFLOW_JAVA_HOME", folder.resolve("old").toString()));

        assertThat(ended.code()).isEqualTo(69);
        assertThat(ended.err()).contains("COPYFLOW_JAVA_HOME is " + folder.resolve("old"));
    }

    @Test
    void runsTheJarsBesideItWhereThereAreNoSources() throws Exception {
        jdk("jdks/21", "21.0.2");
        jdk("jdks/25", "25");
        jar("lib/b.jar");
        jar("lib/a.jar");

        Ended ended = launch(Map.of(), "push", "two words", "*");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        Path lib = home.toRealPath().resolve("lib");
        assertThat(ended.out())
                .contains("CLASSPATH=" + lib.resolve("a.jar") + ":" + lib.resolve("b.jar") + "\n")
                .contains("<-Dcopyflow.home=" + home.toRealPath() + ">")
                .endsWith("<org.copyflow.command.Copyflow>\n<push>\n<two words>\n<*>\n");
    }

    @Test
    void findsItselfThroughLinks() throws Exception {
        jdk("jdks/25", "25.0.1");
        jar("lib/a.jar");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a home", "copyflow"));

        Ended ended = launch(link, Map.of(), "version");

        assertThat(ended.out()).contains("CLASSPATH=" + home.toRealPath().resolve("lib/a.jar") + "\n");
    }

    @Test
    void saysThatThereIsNothingToRun() throws Exception {
        jdk("jdks/25", "25.0.1");

        assertThat(launch(Map.of())).satisfies(ended -> {
            assertThat(ended.code()).isEqualTo(69);
            assertThat(ended.err()).contains("neither sources nor a folder lib");
        });
    }

    @Test
    void buildsOnceAndAgainWhenASourceIsNewer() throws Exception {
        sources(MAVEN);

        Ended first = launch(Map.of(), "version");
        Ended second = launch(Map.of(), "version");

        assertThat(first.err()).contains("article-events (1/2)", "copyflow-command (2/2)");
        assertThat(first.out()).contains("target/lib/a.jar:");
        assertThat(second.err()).isEmpty();
        assertThat(builds()).isEqualTo(1);

        Path source = home.resolve("enrich-service/src/main/java/A.java");
        Files.createDirectories(source.getParent());
        Files.setLastModifiedTime(
                Files.writeString(source, "class A {}"),
                FileTime.from(Instant.now().plusSeconds(60)));
        launch(Map.of(), "version");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void buildsOnceWhenTwoStartAtOnce() throws Exception {
        sources(MAVEN);

        Process first = start(home.resolve("copyflow"), Map.of(), "version");
        Process second = start(home.resolve("copyflow"), Map.of(), "version");

        assertThat(end(first).code()).isZero();
        assertThat(end(second).code()).isZero();
        assertThat(builds()).isEqualTo(1);
        assertThat(home.resolve("copyflow-command/target/build.lock")).doesNotExist();
    }

    @Test
    void takesOverFromABuildThatDied() throws Exception {
        sources(MAVEN);
        Path lock = Files.createDirectories(home.resolve("copyflow-command/target/build.lock"));
        Process dead = new ProcessBuilder("sh", "-c", "exit 0").start();
        dead.waitFor();
        Files.writeString(lock.resolve("pid"), dead.pid() + "\n");

        assertThat(launch(Map.of(), "version").code()).isZero();
    }

    @Test
    void showsWhyABuildFailed() throws Exception {
        sources(FAILING_MAVEN);

        Ended ended = launch(Map.of(), "version");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("[ERROR] Broken.java:[3,1] class expected", "build.log")
                .doesNotContain("re-run Maven");
        assertThat(launch(Map.of(), "version").code()).isEqualTo(1);
    }

    @Test
    void saysThatMavenIsNeeded() throws Exception {
        sources(MAVEN);
        Files.delete(tools.resolve("mvn"));

        Ended ended = launch(Map.of(), "version");

        assertThat(ended.code()).isEqualTo(69);
        assertThat(ended.err()).contains("Maven 3.8 or newer is needed");
    }

    private void jdk(String name, String version) throws IOException {
        Path jdk = folder.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Any\"\nJAVA_VERSION=\"" + version + "\"\n");
        executable(jdk.resolve("bin/java"), JAVA);
        executable(jdk.resolve("bin/javac"), JAVA);
    }

    private void sources(String maven) throws IOException {
        jdk("jdks/25", "25.0.1");
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        executable(tools.resolve("mvn"), maven);
    }

    private void jar(String name) throws IOException {
        Files.createDirectories(home.resolve(name).getParent());
        Files.writeString(home.resolve(name), "");
    }

    private long builds() throws IOException {
        return Files.readAllLines(folder.resolve("count")).size();
    }

    private Ended launch(Map<String, String> environment, String... arguments) throws Exception {
        return launch(home.resolve("copyflow"), environment, arguments);
    }

    private Ended launch(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        return end(start(launcher, environment, arguments));
    }

    private Process start(Path launcher, Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("COPYFLOW_JDK_FOLDERS", folder.resolve("jdks").toString());
        builder.environment().put("COUNT", folder.resolve("count").toString());
        builder.environment().put("HOME_OF_IT", home.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Ended end(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out, err);
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
