package org.copyflow.kit.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.copyflow.kit.settings.SettingsException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A JSON file of those who have keys, an object each by name: `{"readers": {"desk": {"keys": ["sha256:…"]}}}`.
/// Everything that is wrong with it is said at once, and no secret of it.
public final class KeyFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private KeyFile() {}

    /// @param kind what the owners are, as `source`; the file's one field is its plural
    /// @param reader makes an owner of its entry, and tells the entry what is wrong with it
    /// @throws SettingsException with everything that is wrong
    public static <T> Map<String, T> read(byte[] json, String kind, Function<KeyEntry, T> reader) {
        String field = kind + "s";
        JsonNode root = root(json, field);
        var problems = new ArrayList<String>();
        for (String name : root.propertyNames()) {
            if (!name.equals(field)) {
                problems.add("there is no field " + KeyEntry.shown(name) + "; there is \"" + field + "\"");
            }
        }
        if (!root.path(field).isObject() || root.path(field).isEmpty()) {
            problems.add("\"" + field + "\" must be an object that names at least one " + kind);
        }
        var owners = new LinkedHashMap<String, T>();
        var seen = new HashSet<String>();
        for (Map.Entry<String, JsonNode> named : root.path(field).properties()) {
            var entry = new KeyEntry(kind, named.getKey(), named.getValue(), problems);
            owners.put(named.getKey(), reader.apply(entry));
            for (byte[] hash : entry.keys()) {
                if (!seen.add(HexFormat.of().formatHex(hash))) {
                    entry.problem(
                            "has a key that is there already; make each " + kind + " its own with `copyflow keys new`");
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return owners;
    }

    private static JsonNode root(byte[] json, String field) {
        try {
            JsonNode root = JSON.readTree(json);
            if (root.isObject()) {
                return root;
            }
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new SettingsException(List.of("it is not JSON"
                    + (place == null ? "" : " near line " + place.getLineNr() + ", column " + place.getColumnNr())));
        }
        throw new SettingsException(List.of("it must hold a JSON object, {\"" + field + "\": {…}}"));
    }
}
