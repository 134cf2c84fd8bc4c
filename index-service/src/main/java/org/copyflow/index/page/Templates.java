package org.copyflow.index.page;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheFactory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.copyflow.index.instances.StoresUnavailableException;
import org.copyflow.index.search.SearchUnavailableException;

/// Fills templates and sends them, with headers that let the browser load nothing but the page's own files.
public final class Templates {

    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private final MustacheFactory factory = new DefaultMustacheFactory("org/copyflow/index/page");
    private final Assets.Addresses assets;
    private final Page message;

    public Templates(Assets assets) {
        this.assets = assets.addresses();
        message = page("message");
    }

    /// @param refresh whether the page loads itself again
    private record MessageModel(String title, String detail, boolean refresh) {}

    /// Adds a page, which says so and loads itself again where it cannot be shown yet.
    public void get(RoutesConfig routes, String path, Handler page) {
        routes.get(path, ctx -> {
            try {
                page.handle(ctx);
            } catch (StoresUnavailableException | InvalidStateStoreException | SearchUnavailableException e) {
                ctx.header("Retry-After", "2");
                var restoring = new MessageModel("One moment", "The index is being put together again.", true);
                message.send(ctx, 503, restoring);
            }
        });
    }

    /// A page that only says something.
    public void message(Context ctx, int status, String title, String detail) {
        message.send(ctx, status, new MessageModel(title, detail, false));
    }

    /// What every page has around it.
    record Frame(List<NavLink> nav) {

        static Frame of(Context ctx) {
            String kind = kind(ctx);
            return new Frame(Stream.of(TopicKind.values())
                    .map(one -> new NavLink(
                            one.title(),
                            "/topics?kind=" + one.word(),
                            one.word().equals(kind)))
                    .toList());
        }

        private static String kind(Context ctx) {
            String asked = ctx.queryParam("kind");
            String id = ctx.pathParamMap().getOrDefault("id", "");
            return asked == null ? id.substring(0, Math.max(0, id.indexOf(':'))) : asked;
        }
    }

    /// @param current whether the page is about topics of this kind
    record NavLink(String title, String href, boolean current) {}

    /// A page that is ready to be filled.
    public interface Page {
        void send(Context ctx, int status, Object model);
    }

    public Page page(String name) {
        Mustache template = factory.compile(name + ".mustache");
        return (ctx, status, model) -> {
            var html = new StringWriter();
            template.execute(html, new Object[] {assets, Frame.of(ctx), model});
            ctx.status(status)
                    .header("Content-Security-Policy", POLICY)
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .header("Cache-Control", "no-cache")
                    .html(html.toString());
        };
    }
}
