package org.copyflow.logging;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;

/// Sends this process's logs to where its command wants them, as one JSON object a line. Before one of these is called,
/// warnings go to standard error as text.
public final class Logs {

    private static final String FOLDER_PROPERTY = "copyflow.logs";

    private Logs() {}

    /// To `copyflow.log` in this folder, which turns over at 20 MB and keeps five old ones.
    public static void toFolder(Path folder) {
        System.setProperty(FOLDER_PROPERTY, folder.toString());
        configure("log-to-file.xml");
    }

    /// To standard error.
    public static void toStandardError() {
        configure("log-to-stderr.xml");
    }

    /// Writes out what is under way. Log4j's own shutdown hook is off, because services still log while they stop.
    public static void close() {
        LogManager.shutdown();
    }

    private static void configure(String resource) {
        URL url = Objects.requireNonNull(Logs.class.getResource(resource), resource);
        try {
            Configurator.reconfigure(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no such log configuration: " + url, e);
        }
    }
}
