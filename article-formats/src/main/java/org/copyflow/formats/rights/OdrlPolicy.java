package org.copyflow.formats.rights;

import java.util.List;
import java.util.regex.Pattern;
import org.copyflow.events.EventJson;
import org.copyflow.events.article.DataMining;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A policy of ODRL in JSON, as TDMRep and RightsML write it: rules, each with an action. Of its rules those count
/// whose action is TDMRep's, to mine.
final class OdrlPolicy {

    /// `tdm:mine`, or its address.
    private static final Pattern MINE = Pattern.compile("(?:^|[:/#])mine$");

    private static final List<String> PROHIBITIONS = List.of("prohibition", "prohibitions");
    private static final List<String> PERMISSIONS = List.of("permission", "permissions");
    private static final List<String> CONDITIONS =
            List.of("duty", "duties", "constraint", "constraints", "assignee", "refinement");

    private OdrlPolicy() {}

    /// Absent where it is no JSON, or says nothing of mining.
    static @Nullable MiningStatement mining(String expression) {
        JsonNode policy = parsed(expression);
        if (policy == null) {
            return null;
        }
        if (rules(policy, PROHIBITIONS).stream().anyMatch(OdrlPolicy::isOfMining)) {
            return new MiningStatement(DataMining.PROHIBITED, null);
        }
        List<JsonNode> permissions = rules(policy, PERMISSIONS).stream()
                .filter(OdrlPolicy::isOfMining)
                .toList();
        if (permissions.isEmpty()) {
            return null;
        }
        boolean free = permissions.stream().anyMatch(rule -> CONDITIONS.stream().noneMatch(rule::has));
        return new MiningStatement(free ? DataMining.ALLOWED : DataMining.PROHIBITED_EXCEPT_TERMS, null);
    }

    private static @Nullable JsonNode parsed(String expression) {
        if (!expression.stripLeading().startsWith("{")) {
            return null;
        }
        try {
            return EventJson.mapper().readTree(expression);
        } catch (JacksonException _) {
            return null;
        }
    }

    private static List<JsonNode> rules(JsonNode policy, List<String> names) {
        return names.stream().flatMap(name -> each(policy.path(name)).stream()).toList();
    }

    private static boolean isOfMining(JsonNode rule) {
        return each(rule.path("action")).stream()
                .map(action -> action.isObject() ? named(action) : action.asString(""))
                .anyMatch(action -> MINE.matcher(action).find());
    }

    private static String named(JsonNode action) {
        JsonNode value = action.has("rdf:value") ? action.path("rdf:value") : action;
        return value.path("@id").asString(value.path("id").asString(""));
    }

    private static List<JsonNode> each(JsonNode value) {
        if (value.isArray()) {
            return List.copyOf(value.values());
        }
        return value.isMissingNode() ? List.of() : List.of(value);
    }
}
