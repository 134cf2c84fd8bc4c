package org.copyflow.index.page;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheFactory;
import io.javalin.http.Context;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

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

    public Templates(Assets assets) {
        this.assets = assets.addresses();
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
