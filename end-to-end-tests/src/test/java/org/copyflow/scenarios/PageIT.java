package org.copyflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.copyflow.running.PipelineClient.SOON;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import org.copyflow.running.CopyflowProcess;
import org.copyflow.running.PipelineClient;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/// The page in a real browser, where Chromium and its driver are installed.
final class PageIT {

    private static final List<Path> CHROMIUM =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final String HOSTILE =
            "# Title \\<img src=x onerror=alert(1)\\>\n\nText `<script>alert(2)</script>` & more.\n";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @BeforeEach
    void chromiumIsThere() {
        Assumptions.assumeTrue(
                CHROMIUM.stream().anyMatch(Files::exists) && Files.exists(DRIVER),
                () -> "needs a browser: one of " + CHROMIUM + ", and " + DRIVER);
    }

    @Test
    void articlesAppearOnThePageWhileItIsOpen() {
        try (CopyflowProcess copyflow = CopyflowProcess.up(folder.resolve("data"))) {
            WebDriver browser = browser();
            try {
                browser.get(copyflow.client().readAddress() + "/");
                assertThat(text(browser)).contains("Newest articles", "No article has arrived yet");
                await().atMost(SOON).until(() -> status(browser).equals("Live"));
                copyflow.client()
                        .pushed("page", "urn:page:1", "text/markdown", "# Ferry sinks at quay\n\nNobody was hurt.\n");
                await().atMost(SOON).until(() -> text(browser).contains("Ferry sinks at quay"));
                assertThat(status(browser)).isEqualTo("Live · 1 new");
                assertThat(browser.findElements(By.className("card"))).hasSize(1);
                await().atMost(SOON).until(() -> copyflow.client().articlesIn("source:page") == 1);
                browser.navigate().refresh(); // what the page shows does not come again as news
                await().atMost(SOON).until(() -> status(browser).equals("Live"));
                assertThat(browser.findElements(By.className("card"))).hasSize(1);
                browser.findElement(By.partialLinkText("Ferry sinks at quay")).click();
                await().atMost(SOON).until(() -> text(browser).contains("Nobody was hurt."));
                assertThat(complaints(browser)).isEmpty();
            } finally {
                browser.quit();
            }
        }
    }

    @Test
    void topicsLeadToTheirArticlesAndIntoSearch() {
        try (CopyflowProcess copyflow = CopyflowProcess.up(folder.resolve("data"))) {
            PipelineClient client = copyflow.client();
            WebDriver browser = browser();
            try {
                client.awaitArticle(client.pushed(
                        "page", "urn:page:2", "text/markdown", "# Ferry leaves quay\n\nThe ferry left at noon.\n"));
                await().atMost(SOON).until(() -> client.articlesIn("source:page") == 1);
                browser.get(client.readAddress() + "/topics?kind=source&order=name");
                browser.findElement(By.linkText("page")).click();
                await().atMost(SOON).until(() -> text(browser).contains("Ferry leaves quay"));
                assertThat(browser.findElements(By.cssSelector(".chart rect"))).isNotEmpty();
                assertThat(browser.findElements(By.cssSelector("link[rel=alternate]")))
                        .hasSize(3);
                await().atMost(SOON).until(() -> status(browser).equals("Live"));
                browser.findElement(By.linkText("Search in this topic")).click();
                await().atMost(SOON).until(() -> text(browser).contains("1 article"));
                browser.findElement(By.id("words")).sendKeys("ferries", Keys.ENTER);
                await().atMost(SOON)
                        .until(() ->
                                !browser.findElements(By.cssSelector("h3 mark")).isEmpty());
                assertThat(browser.findElement(By.cssSelector("h3 mark")).getText())
                        .isEqualTo("Ferry");
                assertThat(complaints(browser)).isEmpty();
            } finally {
                browser.quit();
            }
        }
    }

    @Test
    void hostileTextIsShownAsText() {
        try (CopyflowProcess copyflow = CopyflowProcess.up(folder.resolve("data"))) {
            PipelineClient client = copyflow.client();
            WebDriver browser = browser();
            try {
                browser.get(client.readAddress() + "/");
                String id = client.pushed("page", "urn:page:hostile", "text/markdown", HOSTILE);
                client.awaitArticle(id);
                await().atMost(SOON).until(() -> text(browser).contains("<img src=x onerror=alert(1)>"));
                browser.get(client.readAddress() + "/articles/" + id);
                assertThat(browser.findElements(By.cssSelector("main script, main img")))
                        .isEmpty();
                assertThat(text(browser)).contains("<script>alert(2)</script> & more.");
                assertThat(complaints(browser)).isEmpty();
            } finally {
                browser.quit();
            }
        }
    }

    private static String status(WebDriver browser) {
        return browser.findElement(By.className("live")).getText();
    }

    /// What the browser's console holds against the page.
    private static List<String> complaints(WebDriver browser) {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    private static String text(WebDriver browser) {
        return browser.findElement(By.tagName("body")).getText();
    }

    private WebDriver browser() {
        var options = new ChromeOptions();
        options.setBinary(CHROMIUM.stream()
                .filter(Files::exists)
                .findFirst()
                .orElseThrow()
                .toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"));
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options);
    }
}
