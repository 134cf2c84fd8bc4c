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

    /// Takes no query parameter.
    public void post(String path, Handler handler) {
        config.post(path, handled(handler));
    }

    /// Takes no query parameter.
    public void delete(String path, Handler handler) {
        config.delete(path, handled(handler));
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
