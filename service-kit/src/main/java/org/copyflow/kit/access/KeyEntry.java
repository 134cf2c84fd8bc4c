package org.copyflow.kit.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One owner of keys in a [KeyFile]. Not thread-safe.
public final class KeyEntry {

    /// One can be replaced by another while both hold.
    private static final int MAX_AT_ONCE = 2;

    private static final int MAX_SHOWN_CHARS = 60;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final String kind;
    private final String name;
    private final JsonNode json;
    private final List<String> problems;
    private final List<byte[]> keys;

    KeyEntry(String kind, String name, JsonNode json, List<String> problems) {
        this.kind = kind;
        this.name = name;
        this.json = json;
        this.problems = problems;
        if (!isName(name)) {
            problem("cannot be the name of a " + kind + ": 1 to 64 of a-z, 0-9, '.', '_' and '-'");
        }
        keys = decoded("keys", "\"sha256:\" and 64 hexadecimal digits", ApiKeys::parsed);
    }

    /// Whether an owner of keys may be called so.
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    public String name() {
        return name;
    }

    public JsonNode json() {
        return json;
    }

    /// The SHA-256 of its keys.
    public List<byte[]> keys() {
        return keys;
    }

    /// Notes as a problem each field that is not one of these.
    public void requireOnly(Set<String> fields) {
        for (String field : json.propertyNames()) {
            if (!fields.contains(field)) {
                problem("has a field " + shown(field) + "; there are "
                        + String.join(", ", fields.stream().sorted().toList()));
            }
        }
    }

    /// A list of at most two; what is none is noted as a problem that does not show it.
    ///
    /// @param form what an element must be, for people
    public <T> List<T> decoded(String field, String form, Function<String, @Nullable T> decoder) {
        JsonNode list = json.path(field);
        if ((!list.isMissingNode() && !list.isArray()) || list.size() > MAX_AT_ONCE) {
            problem(field + " must be a list of at most " + MAX_AT_ONCE);
        }
        var decoded = new ArrayList<T>();
        int number = 0;
        for (JsonNode element : list) {
            number++;
            T value = element.isString() ? decoder.apply(element.asString()) : null;
            if (value == null) {
                problem(field + " number " + number + " is not " + form);
            } else {
                decoded.add(value);
            }
        }
        return decoded;
    }

    public void problem(String what) {
        problems.add("the " + kind + " " + shown(name) + ": " + what);
    }

    static String shown(String text) {
        String cut = text.length() > MAX_SHOWN_CHARS ? text.substring(0, MAX_SHOWN_CHARS) + "…" : text;
        return "'" + UNSAFE.matcher(cut).replaceAll("\uFFFD") + "'";
    }
}
