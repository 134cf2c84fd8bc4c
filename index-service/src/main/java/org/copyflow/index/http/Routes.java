package org.copyflow.index.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.List;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.copyflow.index.feed.FeedUnavailableException;
import org.copyflow.index.filter.BadFilterException;
import org.copyflow.index.instances.PatientReads;
import org.copyflow.index.instances.StoresUnavailableException;
import org.copyflow.index.live.SubscriptionRefusedException;

/// The routes of the API, and how one is added: what it does not know is refused, what cannot be answered now is said.
public final class Routes {

    private final RoutesConfig config;
    private final PatientReads reads;

    /// @param config what routes are added to
    /// @param reads how stores are read that move
    public Routes(RoutesConfig config, PatientReads reads) {
        this.config = config;
        this.reads = reads;
    }

    /// @param parameters the query parameters that it knows; a request with any other is refused
    public void get(String path, Handler handler, String... parameters) {
        config.get(path, handled(handler, parameters));
    }

    /// Takes no query parameter, and nothing that a browser sends for a page of another site.
    public void post(String path, Handler handler) {
        config.post(path, handled(changing(handler)));
    }

    /// Takes no query parameter, and nothing that a browser sends for a page of another site.
    public void delete(String path, Handler handler) {
        config.delete(path, handled(changing(handler)));
    }

    /// A browser sends a request for any page that somebody looks at, and says of which site that is.
    private static Handler changing(Handler handler) {
        return ctx -> {
            String origin = ctx.header("Origin");
            if (origin != null && !origin.endsWith("://" + ctx.header("Host"))) {
                throw Problems.crossSite();
            }
            handler.handle(ctx);
        };
    }

    private Handler handled(Handler handler, String... parameters) {
        List<String> known = List.of(parameters);
        return ctx -> {
            Parameters.requireKnown(ctx, known);
            try {
                reads.answer(ctx, handler);
            } catch (StoresUnavailableException | InvalidStateStoreException | FeedUnavailableException e) {
                throw Problems.restoring(e);
            } catch (SubscriptionRefusedException e) {
                throw Problems.refused(e);
            } catch (BadFilterException e) {
                throw Problems.badParameter(e.name(), e.given(), e.must());
            }
        };
    }
}
