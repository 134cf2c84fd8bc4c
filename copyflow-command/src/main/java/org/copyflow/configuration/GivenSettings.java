package org.copyflow.configuration;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.copyflow.kit.settings.SettingsReader;
import org.copyflow.terminal.CommandFailure;

/// Keys and values as they were given, before anybody knows what they mean. What is put later wins. Not thread-safe.
final class GivenSettings {

    private static final String ENVIRONMENT_PREFIX = "COPYFLOW_";

    /// Read by the launcher or by `push`, which is no setting of a service.
    private static final Set<String> NO_SETTINGS =
            Set.of("COPYFLOW_JAVA_HOME", "COPYFLOW_JDK_FOLDERS", "COPYFLOW_JAVA_OPTIONS", "COPYFLOW_KEY");

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    GivenSettings(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT_PREFIX) && !NO_SETTINGS.contains(name)) {
                this.environment.put(name, value);
            }
        });
    }

    void put(String key, String value) {
        values.put(key, value);
    }

    /// Puts it where nobody said anything else.
    void putIfAbsent(String key, String value) {
        if (!has(key)) {
            put(key, value);
        }
    }

    boolean has(String key) {
        String name = ENVIRONMENT_PREFIX
                + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return values.containsKey(key) || environment.containsKey(name);
    }

    /// Puts every line of a properties file.
    ///
    /// @throws CommandFailure where it cannot be read
    void putAll(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw CommandFailure.usage("--settings: the file " + file + " cannot be read: " + e);
        }
        properties.stringPropertyNames().forEach(key -> put(key, properties.getProperty(key)));
    }

    SettingsReader reader() {
        return new SettingsReader(values, environment);
    }
}
