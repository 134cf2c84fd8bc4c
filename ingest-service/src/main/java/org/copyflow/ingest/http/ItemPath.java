package org.copyflow.ingest.http;

import io.javalin.http.Context;
import java.util.Map;
import org.copyflow.ingest.push.PushParameter;
import org.copyflow.ingest.push.Refusal;

/// The path of an item, `/v1/articles/{source}/{uri…}`: everything after the source, percent-decoded once as UTF-8, is
/// the item's URI. It is read from the request line as it came, so that an encoded slash, two slashes in a row or one
/// at the end stay what they are.
final class ItemPath {

    /// As Javalin writes it.
    static final String ROUTE = "/v1/articles/{source}/<uri>";

    private static final String BEFORE_SOURCE = "/v1/articles/";

    private ItemPath() {}

    /// @throws org.copyflow.kit.server.ProblemException where it is not percent-encoded UTF-8
    static Map<PushParameter, String> of(Context ctx) {
        String raw = ctx.req().getRequestURI();
        if (!raw.startsWith(BEFORE_SOURCE)) {
            throw unusable();
        }
        int slash = raw.indexOf('/', BEFORE_SOURCE.length());
        if (slash < 0 || slash == raw.length() - 1) {
            throw unusable();
        }
        return Map.of(
                PushParameter.SOURCE, decoded(raw.substring(BEFORE_SOURCE.length(), slash)),
                PushParameter.URI, decoded(raw.substring(slash + 1)));
    }

    /// A plus sign stands for itself in a path.
    private static String decoded(String text) {
        return RequestParameters.decoded(text.replace("+", "%2B"));
    }

    private static RuntimeException unusable() {
        return Refusal.BAD_PARAMETER.because(
                "The path names no item. It looks like /v1/articles/city-desk/urn%3Acity%3A4711: the source, then the"
                        + " item's URI, percent-encoded.");
    }
}
