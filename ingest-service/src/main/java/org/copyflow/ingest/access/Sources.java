package org.copyflow.ingest.access;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.copyflow.events.EventJson;
import org.copyflow.ingest.push.PushParameters;
import org.copyflow.kit.settings.SettingsException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The sources of a file, checked. `docs/access.md` shows the file.
final class Sources {

    private static final int MAX_AT_ONCE = 2;
    private static final int MIN_SECRET_BYTES = 24;
    private static final int MAX_SECRET_BYTES = 64;
    private static final int HASH_BYTES = 32;
    private static final String SECRET_PREFIX = "whsec_";
    private static final Set<String> FIELDS = Set.of("keys", "signingSecrets", "itemsPerMinute", "bytesPerMinute");

    private final Map<String, Source> byName;

    private Sources(Map<String, Source> byName) {
        this.byName = Map.copyOf(byName);
    }

    /// @throws SettingsException with everything that is wrong; it shows no secret
    static Sources parse(byte[] json) {
        var problems = new ArrayList<String>();
        var byName = new HashMap<String, Source>();
        JsonNode root = read(json);
        for (String field : root.propertyNames()) {
            if (!field.equals("sources")) {
                problems.add("there is no field " + PushParameters.shown(field) + "; there is \"sources\"");
            }
        }
        if (!root.path("sources").isObject() || root.path("sources").isEmpty()) {
            problems.add("\"sources\" must be an object that names at least one source");
        }
        for (Map.Entry<String, JsonNode> entry : root.path("sources").properties()) {
            byName.put(entry.getKey(), new Reader(entry.getKey(), entry.getValue(), problems).source());
        }
        refuseSharedKeys(byName, problems);
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return new Sources(byName);
    }

    /// The source of that name; absent where there is none.
    @Nullable
    Source find(String name) {
        return byName.get(name);
    }

    /// The source that the key is one of; absent where it is nobody's.
    @Nullable
    Source ownerOf(String key) {
        byte[] hash = ApiKeys.sha256(key);
        Source owner = null;
        for (Source source : byName.values()) {
            owner = source.hasKey(hash) ? source : owner;
        }
        return owner;
    }

    int size() {
        return byName.size();
    }

    private static JsonNode read(byte[] json) {
        try {
            JsonNode root = EventJson.mapper().readTree(json);
            if (root.isObject()) {
                return root;
            }
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new SettingsException(List.of("it is not JSON"
                    + (place == null ? "" : " near line " + place.getLineNr() + ", column " + place.getColumnNr())));
        }
        throw new SettingsException(List.of("it must hold a JSON object, {\"sources\": {…}}"));
    }

    private static void refuseSharedKeys(Map<String, Source> byName, List<String> problems) {
        var seen = new HashSet<String>();
        byName.forEach((name, source) -> source.keyHashes().forEach(hash -> {
            if (!seen.add(HexFormat.of().formatHex(hash))) {
                problems.add("the source " + PushParameters.shown(name)
                        + " has a key that is there already; make each source its own with `copyflow keys new`");
            }
        }));
    }

    /// One source of the file.
    private record Reader(String name, JsonNode json, List<String> problems) {

        Source source() {
            if (!PushParameters.isSource(name)) {
                problem("cannot be the name of a source: 1 to 64 of a-z, 0-9, '.', '_' and '-'");
            }
            for (String field : json.propertyNames()) {
                if (!FIELDS.contains(field)) {
                    problem("has a field " + PushParameters.shown(field) + "; there are "
                            + String.join(", ", FIELDS.stream().sorted().toList()));
                }
            }
            var keys = decoded("keys", "\"sha256:\" and 64 hexadecimal digits", Reader::hash);
            var secrets = decoded("signingSecrets", "\"whsec_\" and 24 to 64 bytes in base64", Reader::secret);
            if (json.path("keys").isEmpty() && json.path("signingSecrets").isEmpty()) {
                problem("has neither keys nor signingSecrets, so it could never push");
            }
            return new Source(name, keys, secrets, perMinute("itemsPerMinute"), perMinute("bytesPerMinute"));
        }

        private List<byte[]> decoded(String field, String form, Function<String, byte @Nullable []> decoder) {
            JsonNode list = json.path(field);
            if ((!list.isMissingNode() && !list.isArray()) || list.size() > MAX_AT_ONCE) {
                problem(field + " must be a list of at most " + MAX_AT_ONCE);
            }
            var decoded = new ArrayList<byte[]>();
            for (JsonNode element : list) {
                byte[] bytes = element.isString() ? decoder.apply(element.asString()) : null;
                if (bytes == null) {
                    problem(field + " number " + (decoded.size() + 1) + " is not " + form);
                } else {
                    decoded.add(bytes);
                }
            }
            return decoded;
        }

        private @Nullable Long perMinute(String field) {
            JsonNode number = json.path(field);
            if (number.isMissingNode()) {
                return null;
            }
            if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 1) {
                problem(field + " must be a whole number from 1");
                return null;
            }
            return number.asLong();
        }

        private void problem(String what) {
            problems.add("the source " + PushParameters.shown(name) + ": " + what);
        }

        private static byte @Nullable [] hash(String text) {
            try {
                byte[] bytes = text.startsWith(ApiKeys.HASH_PREFIX)
                        ? HexFormat.of().parseHex(text.substring(ApiKeys.HASH_PREFIX.length()))
                        : new byte[0];
                return bytes.length == HASH_BYTES ? bytes : null;
            } catch (IllegalArgumentException _) {
                return null;
            }
        }

        private static byte @Nullable [] secret(String text) {
            try {
                byte[] bytes = text.startsWith(SECRET_PREFIX)
                        ? Base64.getDecoder().decode(text.substring(SECRET_PREFIX.length()))
                        : new byte[0];
                return bytes.length >= MIN_SECRET_BYTES && bytes.length <= MAX_SECRET_BYTES ? bytes : null;
            } catch (IllegalArgumentException _) {
                return null;
            }
        }
    }
}
