package org.copyflow.kit.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.Endpoint;
import io.javalin.router.ParsedEndpoint;
import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.copyflow.kit.Check;
import org.copyflow.kit.metrics.Metrics;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// One service's HTTP server: its own routes, and those that every service has.
///
/// `/health/live` answers 200 while the process runs, `/health/ready` 200 or 503 with every check and what it found,
/// `/metrics` Prometheus' text format. HEAD is answered as GET, without the body. Every error is a [Problem] as
/// `application/problem+json`. Requests run on virtual threads.
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int ACCEPT_QUEUE_SIZE = 1024;
    private static final long STOP_TIMEOUT_MS = 3_000;
    private static final UriCompliance NAMES_IN_PATHS = UriCompliance.DEFAULT.with(
            "names in paths",
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
            UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT);
    static final String PROBLEM_JSON = "application/problem+json";

    private final Settings settings;
    private final Metrics metrics;
    private final JsonMapper json;
    private final Supplier<List<Check>> checks;
    private @Nullable Javalin javalin;
    private volatile List<String> routes = List.of();

    /// What a server needs to know.
    ///
    /// @param service the service's name, for metrics and logs
    /// @param host the address to listen on
    /// @param port the port; 0 takes a free one
    /// @param maxBodyBytes the largest request body that a handler may read with `ctx.body()`
    public record Settings(String service, String host, int port, long maxBodyBytes) {}

    public HttpServer(Settings settings, Metrics metrics, JsonMapper json, Supplier<List<Check>> checks) {
        this.settings = settings;
        this.metrics = metrics;
        this.json = json;
        this.checks = checks;
    }

    /// Starts listening.
    ///
    /// @param routes adds the service's own routes
    /// @throws IllegalStateException where the port is taken, saying which
    public void start(Consumer<RoutesConfig> routes) {
        Javalin server = Javalin.create(config -> configure(config, routes));
        try {
            javalin = server.start();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "%s cannot listen on %s:%d: %s. Is another process using the port?"
                            .formatted(settings.service(), settings.host(), settings.port(), e.getMessage()),
                    e);
        }
    }

    /// Where it answers.
    public URI address() {
        return URI.create("http://" + settings.host() + ":"
                + Objects.requireNonNull(javalin, "the server is not started").port());
    }

    /// What it answers, as `POST /v1/articles`; once it is started.
    public List<String> routes() {
        return routes;
    }

    @Override
    public void close() {
        if (javalin != null) {
            javalin.stop();
            javalin = null;
        }
    }

    /// Answers with a problem to which a handler has more to say; one that has not throws the exception.
    ///
    /// @param body the problem with whatever stands beside its own members (RFC 9457, section 3.2)
    public static void refuse(Context ctx, ProblemException reason, Function<Problem, Object> body) {
        Duration retryAfter = reason.retryAfter();
        if (retryAfter != null) {
            ctx.header("Retry-After", Long.toString(retryAfter.plusMillis(999).toSeconds()));
        }
        Problem problem = reason.problem().at(ctx.path());
        ctx.status(problem.status()).json(body.apply(problem)).contentType(PROBLEM_JSON);
    }

    private void configure(JavalinConfig config, Consumer<RoutesConfig> routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = settings.maxBodyBytes();
        config.http.prefer405over404 = true;
        config.http.defaultContentType = "application/json";
        config.jsonMapper(new JacksonBodies(json));
        config.jetty.modifyHttpConfiguration(BrokenRequests::refuseUnknownMethods);
        // an encoded slash or two in a row are part of a name here, no way around a rule
        config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(NAMES_IN_PATHS));
        config.jetty.modifyServletContextHandler(
                handler -> handler.getServletHandler().setDecodeAmbiguousURIs(true));
        config.jetty.addConnector(this::connector);
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_TIMEOUT_MS);
            server.setErrorHandler(new BrokenRequests(json));
        });
        config.routes.get("/health/live", ctx -> ctx.json(Map.of("status", "up")));
        config.routes.get("/health/ready", this::ready);
        config.routes.get(
                "/metrics",
                ctx -> ctx.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(metrics.scrape()));
        answerErrors(config.routes);
        config.requestLogger.http((ctx, ms) -> Timer.builder("copyflow.http.requests")
                .description("HTTP requests by route and status")
                .tags(
                        "service", settings.service(),
                        "method", ctx.method().toString(),
                        "route", route(ctx),
                        "status", Integer.toString(ctx.statusCode()))
                .register(metrics.registry())
                .record(Duration.ofNanos((long) (ms * 1_000_000))));
        routes.accept(config.routes);
        this.routes = config.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .toList();
        answerHeadAsGet(config);
    }

    /// Left alone, Javalin answers HEAD with an empty 200 wherever there is a GET. Jetty keeps the body back.
    private static void answerHeadAsGet(JavalinConfig config) {
        for (ParsedEndpoint parsed : List.copyOf(config.unsafe.internalRouter.allHttpHandlers())) {
            Endpoint get = parsed.endpoint;
            if (get.method.equals(HandlerType.GET)) {
                config.routes.addEndpoint(new Endpoint(HandlerType.HEAD, get.path, get.handler));
            }
        }
    }

    private ServerConnector connector(Server server, HttpConfiguration configuration) {
        var connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(ACCEPT_QUEUE_SIZE);
        return connector;
    }

    private void answerErrors(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, ctx) -> refuse(ctx, e, problem -> problem));
        routes.exception(HttpResponseException.class, (e, ctx) -> {
            if (e instanceof MethodNotAllowedResponse) {
                ctx.header("Allow", String.join(", ", e.getDetails().values()));
            }
            send(ctx, ofHttp(e));
        });
        routes.exception(
                HttpException.RuntimeException.class,
                (e, ctx) -> send(ctx, BrokenRequests.problem(e.getCode(), e.getReason())));
        routes.exception(
                EofException.class, (e, ctx) -> send(ctx, BrokenRequests.problem(400, "The body ended early")));
        routes.exception(Exception.class, this::failed);
    }

    private void failed(Exception e, Context ctx) {
        LOG.atError()
                .addKeyValue("service", settings.service())
                .addKeyValue("path", ctx.path())
                .setCause(e)
                .log("request failed");
        send(
                ctx,
                Problem.of(
                        500,
                        "internal-error",
                        "Copyflow failed",
                        "The request could not be handled; the log of " + settings.service() + " says why."));
    }

    private static String route(Context ctx) {
        var endpoint = ctx.endpoints().lastHttpEndpoint();
        return endpoint == null || endpoint.path.isEmpty() ? "unknown" : endpoint.path;
    }

    private void ready(Context ctx) {
        List<Check> all = checks.get();
        boolean up = all.stream().allMatch(Check::passed);
        ctx.status(up ? 200 : 503).json(new Readiness(up ? "up" : "down", all));
    }

    private static void send(Context ctx, Problem problem) {
        ctx.status(problem.status()).json(problem.at(ctx.path())).contentType(PROBLEM_JSON);
    }

    private static Problem ofHttp(HttpResponseException e) {
        int status = e.getStatus();
        return switch (status) {
            case 404 ->
                Problem.of(404, "not-found", "Nothing is here", "No resource has this address; check the path.");
            case 405 ->
                Problem.of(405, "method-not-allowed", "Method not allowed", "The resource does not take this method.");
            case 413 ->
                Problem.of(413, "body-too-large", "The body is too large", "The request body is over the limit.");
            default -> Problem.of(status, "http-" + status, "The request was refused", String.valueOf(e.getMessage()));
        };
    }

    private record Readiness(String status, List<Check> checks) {}
}
