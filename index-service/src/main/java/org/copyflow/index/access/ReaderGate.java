package org.copyflow.index.access;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.copyflow.kit.access.PresentedKey;
import org.copyflow.kit.server.Problem;
import org.copyflow.kit.server.ProblemException;

/// Lets only the readers of a file in, with a key that may do what the request is for. A path that is not listed
/// as open takes a key, so that a route which is added later is not open by mistake. Thread-safe.
public final class ReaderGate {

    /// The health and the numbers of the process, which say nothing of articles; the script and style of the page;
    /// the description of the API; and what other instances ask, who have a key of their own.
    private static final List<String> OPEN =
            List.of("/health/", "/metrics", "/assets/", "/v1/docs", "/v1/openapi.yaml", "/internal/");

    /// Browsers ask for a password where they see this; the key is the password, of whomever.
    private static final String CHALLENGE = "Basic realm=\"Copyflow\", charset=\"UTF-8\"";

    /// The paths whose answers keep to a reader's limits; a reader that has any gets no others, so that a route
    /// which is added later shows nothing by mistake. What the others tell is made of articles of all sources.
    private static final Pattern LIMITED = Pattern.compile(
            "/search|/articles/[^/]+|/v1/(search|stream|changes|articles/[^/]+|topics/[^/]+/(articles|feed[.][a-z]+)"
                    + "|queries(/[^/]+(/feed[.][a-z]+)?)?|subscriptions(:test|/[^/]+(/[a-z-]+)?)?)");

    /// What such a reader may also change. Not queries: whether a new one finds anything tells what articles say that
    /// the reader may not have.
    private static final Pattern LIMITED_CHANGES = Pattern.compile("/v1/subscriptions(:test|/.*)?");

    private final Supplier<Readers> readers;

    public ReaderGate(Supplier<Readers> readers) {
        this.readers = readers;
    }

    public void addTo(RoutesConfig routes) {
        routes.before(this::requireKey);
    }

    private void requireKey(Context ctx) {
        String path = ctx.path();
        if (OPEN.stream().anyMatch(path::startsWith)) {
            return;
        }
        String authorization = ctx.header("Authorization");
        PresentedKey presented = PresentedKey.of(authorization);
        Readers now = readers.get();
        Reader reader = presented == null ? null : now.ownerOf(presented.key());
        if (presented == null || reader == null) {
            ctx.header("WWW-Authenticate", CHALLENGE);
            throw new ProblemException(authorization == null ? missingKey() : unknownKey());
        }
        boolean changes = !ctx.method().equals(HandlerType.GET) && !ctx.method().equals(HandlerType.HEAD);
        if (presented.byBrowser() && changes) {
            throw new ProblemException(Problem.of(
                    403,
                    "cross-site",
                    "Browsers may only read",
                    "A key that is sent as a password only reads: a browser would send it for any web page. Send"
                            + " 'Authorization: Bearer cfk_…'."));
        }
        Scope scope = Scope.of(path);
        if (!reader.scopes().contains(scope)) {
            throw new ProblemException(Problem.of(
                    403,
                    "missing-scope",
                    "The key may not do this",
                    "This takes the scope '%s', and the key of '%s' has it not. Ask the operator."
                            .formatted(scope.word(), reader.name())));
        }
        if (!reader.limit().takesAll()
                && !(changes ? LIMITED_CHANGES : LIMITED).matcher(path).matches()) {
            throw new ProblemException(Problem.of(
                    403,
                    "limited-key",
                    "The key may not read this",
                    "The key of '" + reader.name() + "' reads some articles only, and this tells of all. It may read"
                            + " articles by id, a topic's articles and feeds, search, streams, changes and webhooks."));
        }
        new Admission(readers, now, reader, presented.key(), scope).addTo(ctx);
    }

    private static Problem missingKey() {
        return Problem.of(
                401,
                "missing-key",
                "Reading takes a key",
                "Reading here takes a key: send the header 'Authorization: Bearer cfk_…'. A browser asks for a name"
                        + " and a password: the password is the key, the name may be anything.");
    }

    private static Problem unknownKey() {
        return Problem.of(
                401,
                "unknown-key",
                "The key is not known",
                "The Authorization header holds no key that is known here. It looks like 'Bearer cfk_…'. Was the key"
                        + " replaced? Ask the operator.");
    }
}
