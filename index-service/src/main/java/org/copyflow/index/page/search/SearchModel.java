package org.copyflow.index.page.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copyflow.index.page.Links;
import org.copyflow.index.page.PageCard;
import org.copyflow.index.search.SearchPage;
import org.copyflow.index.search.SearchQuery;
import org.copyflow.index.search.SearchQuery.Order;
import org.copyflow.index.search.SearchQuery.Where;
import org.copyflow.index.search.store.Facet;
import org.copyflow.index.search.store.FacetValue;
import org.jspecify.annotations.Nullable;

/// What the search page shows.
///
/// @param hidden what the form keeps of the address
/// @param fields where the words stand
/// @param orders what comes first
/// @param chosen by what it is narrowed down, each with the way back
/// @param facets by what it can be narrowed down
/// @param topics the topics whose names have the words; absent where there are none
/// @param more the next page
record SearchModel(
        String words,
        String from,
        String until,
        List<Field> hidden,
        List<Choice> fields,
        List<Choice> orders,
        List<Link> chosen,
        String count,
        List<HitRow> hits,
        List<FacetRow> facets,
        @Nullable String topics,
        @Nullable String more) {

    record Field(String name, String value) {}

    record Choice(String value, String title, boolean selected) {}

    record Link(String name, String href, long articles) {}

    /// @param title HTML in which what the article says is escaped
    /// @param passages likewise
    record HitRow(PageCard card, String title, List<String> passages) {

        static HitRow of(SearchPage.Hit hit) {
            PageCard card = PageCard.of(hit.article());
            return new HitRow(
                    card, Objects.requireNonNullElse(hit.title(), Links.escaped(card.title())), hit.passages());
        }

        boolean plain() {
            return passages.isEmpty();
        }
    }

    record FacetRow(String title, List<Link> values) {}

    static SearchModel of(SearchAddress address, SearchQuery query, SearchPage page) {
        String words = query.words();
        return new SearchModel(
                words == null ? "" : words,
                Objects.requireNonNullElse(address.value("from"), ""),
                Objects.requireNonNullElse(address.value("until"), ""),
                hidden(address),
                choices(Where.values(), query.in(), SearchModel::title),
                choices(Order.values(), query.order(), SearchModel::title),
                chosen(address, page),
                page.total() + (page.total() == 1 ? " article" : " articles"),
                page.hits().stream().map(HitRow::of).toList(),
                Stream.of(Facet.values())
                        .map(facet -> facet(facet, address, page))
                        .filter(facet -> !facet.values().isEmpty())
                        .toList(),
                words == null ? null : "/topics?q=" + Links.query(words),
                page.next() == null ? null : address.after(page.next()).href());
    }

    private static List<Field> hidden(SearchAddress address) {
        return Stream.of(Facet.values())
                .flatMap(facet -> address.values(facet).stream().map(value -> new Field(facet.word(), value)))
                .toList();
    }

    private static <E extends Enum<E>> List<Choice> choices(E[] all, E chosen, Function<E, String> title) {
        return Stream.of(all)
                .map(one -> new Choice(one.name().toLowerCase(Locale.ROOT), title.apply(one), one == chosen))
                .toList();
    }

    private static List<Link> chosen(SearchAddress address, SearchPage page) {
        var chosen = new ArrayList<Link>();
        for (Facet facet : Facet.values()) {
            Map<String, String> names = page.facets().getOrDefault(facet, List.of()).stream()
                    .collect(Collectors.toMap(FacetValue::id, value -> name(facet, value), (one, _) -> one));
            address.values(facet)
                    .forEach(value -> chosen.add(new Link(
                            names.getOrDefault(value, value),
                            address.without(facet, value).href(),
                            0)));
        }
        return chosen;
    }

    private static FacetRow facet(Facet facet, SearchAddress address, SearchPage page) {
        return new FacetRow(
                title(facet),
                page.facets().getOrDefault(facet, List.of()).stream()
                        .filter(value -> !address.values(facet).contains(value.id()))
                        .map(value -> new Link(
                                name(facet, value),
                                address.with(facet, value.id()).href(),
                                value.articles()))
                        .toList());
    }

    private static String name(Facet facet, FacetValue value) {
        return facet == Facet.LANGUAGE
                ? Locale.forLanguageTag(value.id()).getDisplayName(Locale.ENGLISH)
                : value.name();
    }

    private static String title(Where where) {
        return switch (where) {
            case ANYWHERE -> "anywhere";
            case TITLE -> "in headlines";
            case TEXT -> "in texts";
            case QUOTES -> "in quotes";
        };
    }

    private static String title(Order order) {
        return switch (order) {
            case RELEVANCE -> "best first";
            case TIME -> "newest first";
        };
    }

    private static String title(Facet facet) {
        return switch (facet) {
            case TOPIC -> "Topics";
            case ENTITY -> "Named";
            case SOURCE -> "Sources";
            case LANGUAGE -> "Languages";
        };
    }
}
