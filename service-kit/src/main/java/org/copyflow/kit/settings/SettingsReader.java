package org.copyflow.kit.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Makes settings records from names and values.
///
/// Values come from the process environment (`COPYFLOW_…`), then from what the caller gives, which wins. All problems
/// of all records are found before any is thrown, and an unknown key is refused with the nearest known one.
///
/// ```java
/// var reader = new SettingsReader(Map.of("ingest.port", "8080"), System.getenv());
/// IngestSettings ingest = reader.read(IngestSettings.class);
/// reader.finish(); // throws SettingsException if anything was wrong
/// ```
///
/// Component types: `int`, `long`, `double`, `boolean`, `String`, [Path], [Duration] (as `20ms`, `5s`, `10m`, `4h`,
/// `30d`).
public final class SettingsReader {

    /// One row of the settings' documentation.
    public record Row(String key, String byDefault, String is) {}

    private static final String ENVIRONMENT_PREFIX = "COPYFLOW_";

    private final Map<String, String> given = new LinkedHashMap<>();
    private final Map<String, String> shownAs = new HashMap<>();
    private final TreeSet<String> known = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    public SettingsReader(Map<String, String> values, Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT_PREFIX)) {
                String canonical = canonical(name.substring(ENVIRONMENT_PREFIX.length()));
                given.put(canonical, value);
                shownAs.put(canonical, name);
            }
        });
        values.forEach((key, value) -> {
            given.put(canonical(key), value);
            shownAs.put(canonical(key), key);
        });
    }

    /// Reads one record. Where a value is bad its default stands in, and the problem is kept for [#finish()].
    ///
    /// @throws SettingsException where the record itself refuses its values, which no default can stand in for
    public <R extends Record> R read(Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components).map(this::valueOf).toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            problems.add(String.valueOf(e.getTargetException().getMessage()));
            throw new SettingsException(problems);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type.getName() + ": is the record public?", e);
        }
    }

    /// Marks keys as known that somebody else reads, so that [#finish()] does not refuse them.
    public SettingsReader alsoKnown(List<String> keys) {
        known.addAll(keys);
        return this;
    }

    /// @throws SettingsException where a value could not be used or a key is unknown, with all of them
    public void finish() {
        var canonicals = new HashMap<String, String>();
        known.forEach(key -> canonicals.put(canonical(key), key));
        given.keySet().stream().filter(key -> !canonicals.containsKey(key)).forEach(key -> {
            String shown = shownAs.getOrDefault(key, key);
            problems.add("there is no setting '" + shown + "'" + nearest(key, canonicals.keySet(), canonicals));
        });
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    /// The documentation of a settings record, in its own order.
    public static List<Row> describe(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(SettingsReader::setting)
                .map(setting -> new Row(setting.key(), setting.byDefault(), setting.is()))
                .toList();
    }

    private Object valueOf(RecordComponent component) {
        Setting setting = setting(component);
        known.add(setting.key());
        String canonical = canonical(setting.key());
        String text = given.getOrDefault(canonical, setting.byDefault());
        String shown = shownAs.getOrDefault(canonical, setting.key());
        try {
            if (text.isEmpty() && component.getType() != String.class) {
                throw new IllegalArgumentException("it must be given");
            }
            return inBounds(parse(text, component.getType()), setting);
        } catch (IllegalArgumentException e) {
            problems.add("%s is '%s': %s (%s)".formatted(shown, text, e.getMessage(), setting.is()));
            String fallback = setting.byDefault().isEmpty() ? "0" : setting.byDefault();
            return parse(fallback, component.getType());
        }
    }

    private static Setting setting(RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalStateException(
                    component.getDeclaringRecord().getName() + "." + component.getName() + " has no @Setting");
        }
        return setting;
    }

    private static Object parse(String text, Class<?> type) {
        try {
            return switch (type.getSimpleName()) {
                case "int" -> Integer.parseInt(text);
                case "long" -> Long.parseLong(text);
                case "double" -> Double.parseDouble(text);
                case "boolean" -> parseBoolean(text);
                case "Path" -> Path.of(text);
                case "Duration" -> parseDuration(text);
                case "String" -> text;
                default -> throw new IllegalStateException("settings cannot be of type " + type.getName());
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it must be a number", e);
        }
    }

    private static boolean parseBoolean(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw new IllegalArgumentException("it must be true or false");
        };
    }

    private static Duration parseDuration(String text) {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        long amount = Long.parseLong(text.substring(0, digits));
        return switch (text.substring(digits).strip()) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            case "" -> {
                if (amount == 0) {
                    yield Duration.ZERO;
                }
                throw new IllegalArgumentException("it must have a unit: ms, s, m, h or d");
            }
            default -> throw new IllegalArgumentException("its unit must be ms, s, m, h or d");
        };
    }

    private static Object inBounds(Object value, Setting setting) {
        long number = switch (value) {
            case Integer i -> i;
            case Long l -> l;
            case Duration d -> d.toMillis();
            default -> Math.clamp(0L, setting.min(), setting.max());
        };
        if (number < setting.min() || number > setting.max()) {
            String unit = value instanceof Duration ? "ms" : "";
            throw new IllegalArgumentException("it must be " + bounds(setting, unit));
        }
        return value;
    }

    private static String bounds(Setting setting, String unit) {
        if (setting.max() == Long.MAX_VALUE) {
            return "at least " + setting.min() + unit;
        }
        if (setting.min() == Long.MIN_VALUE) {
            return "at most " + setting.max() + unit;
        }
        return "from " + setting.min() + unit + " to " + setting.max() + unit;
    }

    private static String canonical(String key) {
        return key.toLowerCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static String nearest(String key, Iterable<String> candidates, Map<String, String> names) {
        @Nullable String best = null;
        int bestDistance = Math.max(2, key.length() / 3) + 1;
        for (String candidate : candidates) {
            int distance = distance(key, candidate);
            if (distance < bestDistance) {
                bestDistance = distance;
                best = candidate;
            }
        }
        return best == null ? "" : "; did you mean '" + names.get(best) + "'?";
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
