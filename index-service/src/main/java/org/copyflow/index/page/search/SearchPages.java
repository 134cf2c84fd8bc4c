package org.copyflow.index.page.search;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Function;
import org.copyflow.index.access.Admission;
import org.copyflow.index.page.Assets;
import org.copyflow.index.page.Templates;
import org.copyflow.index.search.SearchPage;
import org.copyflow.index.search.SearchQuery;
import org.copyflow.index.search.SearchTooSlowException;

/// The search page: a form, hits with the words found, and links that narrow them down. Every state has an address.
public final class SearchPages {

    private final Function<SearchQuery, SearchPage> search;
    private final Templates templates = new Templates(new Assets());
    private final Templates.Page page = templates.page("search");

    public SearchPages(Function<SearchQuery, SearchPage> search) {
        this.search = search;
    }

    public void addTo(RoutesConfig routes) {
        templates.get(routes, "/search", this::search);
    }

    private void search(Context ctx) {
        SearchAddress address = SearchAddress.of(ctx);
        SearchQuery query = address.query().within(Admission.limitOf(ctx));
        try {
            page.send(ctx, 200, SearchModel.of(address, query, search.apply(query)));
        } catch (SearchTooSlowException e) {
            templates.message(ctx, 422, "The search costs too much", "Narrow it down by words, topics or time.");
        }
    }
}
