package org.copyflow.ingest.http;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copyflow.ingest.push.PushParameter;
import org.copyflow.ingest.push.PushParameters;
import org.copyflow.ingest.push.Refusal;
import org.jspecify.annotations.Nullable;

/// Collects what a request says of its push, from its path, the query string and `Copyflow-…` headers. A parameter that
/// is not known is refused, because a mistyped embargo must not pass as none; so is one that is given twice and
/// differently.
///
/// @param given what it says, as text
/// @param dryRun whether nothing is to be published
record RequestParameters(Map<PushParameter, String> given, boolean dryRun) {

    private static final String DRY_RUN = "dryRun";

    /// @param byPath what the path says
    static RequestParameters of(Context ctx, Map<PushParameter, String> byPath) {
        var given = new EnumMap<PushParameter, String>(PushParameter.class);
        given.putAll(byPath);
        boolean dryRun = putQuery(given, ctx.queryString());
        for (String name : Collections.list(ctx.req().getHeaderNames())) {
            if (name.toLowerCase(Locale.ROOT).startsWith(PushParameter.HEADER_PREFIX)) {
                PushParameter parameter = PushParameter.ofHeader(name);
                if (parameter == null) {
                    throw unknown("The header " + PushParameters.shown(name));
                }
                List<String> values = Collections.list(ctx.req().getHeaders(name));
                requireAscii(parameter, values);
                put(given, parameter, values);
            }
        }
        return new RequestParameters(given, dryRun);
    }

    /// These, of the source that was admitted.
    RequestParameters of(String source) {
        var all = new EnumMap<PushParameter, String>(PushParameter.class);
        all.putAll(given);
        all.put(PushParameter.SOURCE, source);
        return new RequestParameters(all, dryRun);
    }

    /// @throws org.copyflow.kit.server.ProblemException where a value cannot be used
    PushParameters said() {
        return PushParameters.parse(given);
    }

    /// The query string is always UTF-8 here; Javalin would read it in the charset of the body.
    ///
    /// @return whether it asks for a dry run
    private static boolean putQuery(Map<PushParameter, String> given, @Nullable String query) {
        boolean dryRun = false;
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            PushParameter parameter = PushParameter.ofQuery(name);
            if (name.equals(DRY_RUN)) {
                dryRun |= isTrue(value);
            } else if (parameter == null) {
                throw unknown("The query parameter " + PushParameters.shown(name));
            } else {
                put(given, parameter, List.of(value));
            }
        }
        return dryRun;
    }

    private static boolean isTrue(String value) {
        return switch (value) {
            case "true", "" -> true;
            case "false" -> false;
            default ->
                throw Refusal.BAD_PARAMETER.because(
                        "The parameter " + DRY_RUN + " is " + PushParameters.shown(value) + ": it is true or false.");
        };
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.BAD_PARAMETER.because(
                    "The path or the query string holds " + PushParameters.shown(text)
                            + ", which is not percent-encoded.",
                    e);
        }
    }

    private static void put(Map<PushParameter, String> given, PushParameter parameter, List<String> values) {
        for (String value : values) {
            String before = given.put(parameter, value.strip());
            if (before != null && !before.equals(value.strip())) {
                throw Refusal.BAD_PARAMETER.because("The parameter " + parameter.query()
                        + " is given twice, with different values. Say it once, by path, query or header.");
            }
        }
    }

    /// HTTP does not say in which encoding a header's other characters are.
    private static void requireAscii(PushParameter parameter, List<String> values) {
        for (String value : values) {
            if (value.chars().anyMatch(c -> c >= 0x7f)) {
                throw Refusal.BAD_PARAMETER.because("The header " + parameter.header()
                        + " holds characters other than ASCII. Use the query parameter " + parameter.query()
                        + ", percent-encoded as UTF-8, instead.");
            }
        }
    }

    private static RuntimeException unknown(String what) {
        return Refusal.UNKNOWN_PARAMETER.because(what + " is not known. Known are " + PushParameter.known()
                + ", each also as a header, as " + PushParameter.VERSION_CREATED.header() + "; and " + DRY_RUN
                + " in the query.");
    }
}
