package org.copyflow.formats.html.stated;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copyflow.formats.html.words.Names;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The page's JSON-LD (schema.org): its article, where it has one. Immutable.
public final class LinkedData {

    private static final int MAX_SCRIPT_CHARS = 1_000_000;
    private static final int MAX_NODES = 5000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();
    private static final Set<String> ARTICLES = Set.of(
            "BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "DiscussionForumPosting", "Report", "Review");
    private static final Set<String> PAGES = Set.of("WebPage", "ItemPage", "AboutPage");
    private static final Set<String> REMARKS = Set.of("Comment", "UserComments", "Answer", "Review", "UserReview");

    private final @Nullable JsonNode article;
    private final @Nullable JsonNode page;
    private final @Nullable JsonNode work;
    private final Set<String> types = new LinkedHashSet<>();
    private final Map<String, JsonNode> byId = new HashMap<>();

    private LinkedData(List<JsonNode> roots) {
        roots.forEach(this::typesOf);
        JsonNode foundArticle = null;
        JsonNode foundPage = null;
        JsonNode foundWork = null;
        int nodes = 0;
        var open = new ArrayDeque<JsonNode>(roots);
        while (!open.isEmpty() && nodes < MAX_NODES) {
            JsonNode node = open.pop();
            nodes++;
            if (node.isObject()) {
                index(node);
                List<String> named = types(node);
                if (isArticle(named) && (foundArticle == null || weight(node) > weight(foundArticle))) {
                    foundArticle = node;
                } else if (foundPage == null && !Collections.disjoint(named, PAGES)) {
                    foundPage = node;
                } else if (foundWork == null && node.has("datePublished") && Collections.disjoint(named, REMARKS)) {
                    foundWork = node;
                }
            }
            if (node.isContainer()) {
                for (JsonNode child : node) {
                    if (child.isContainer()) {
                        open.add(child);
                    }
                }
            }
        }
        article = foundArticle;
        page = foundPage;
        work = foundWork;
    }

    public static LinkedData of(List<String> scripts) {
        var roots = new ArrayList<JsonNode>();
        for (String script : scripts) {
            JsonNode root = script.length() <= MAX_SCRIPT_CHARS ? parse(script.strip()) : null;
            if (root != null) {
                roots.add(root);
            }
        }
        return new LinkedData(roots);
    }

    /// JSON-LD that stands alone.
    public static LinkedData of(JsonNode root) {
        return new LinkedData(List.of(root));
    }

    /// Null for a broken script: it states nothing.
    private static @Nullable JsonNode parse(String script) {
        try {
            return JSON.readTree(script);
        } catch (JacksonException broken) {
            return null;
        }
    }

    /// Notes the types of what the page itself is about, not those of what that holds.
    private void typesOf(JsonNode root) {
        if (root.isArray()) {
            root.forEach(this::typesOf);
        } else if (root.isObject()) {
            types.addAll(types(root));
            JsonNode graph = root.get("@graph");
            if (graph != null && graph.isArray()) {
                graph.forEach(node -> types.addAll(types(node)));
            }
        }
    }

    /// The types that it states of the page and what it is about.
    Set<String> types() {
        return types;
    }

    private void index(JsonNode node) {
        JsonNode id = node.get("@id");
        if (id != null && id.isString() && node.size() > 1) {
            byId.putIfAbsent(id.asString(), node);
        }
    }

    private static int weight(JsonNode article) {
        return (article.has("headline") ? 2 : 0)
                + (article.has("datePublished") ? 2 : 0)
                + (article.has("author") ? 1 : 0)
                + (article.has("articleBody") ? 2 : 0);
    }

    private static boolean isArticle(List<String> types) {
        for (String type : types) {
            if (ARTICLES.contains(type) || type.endsWith("Article")) {
                return true;
            }
        }
        return false;
    }

    private static List<String> types(JsonNode node) {
        JsonNode type = node.get("@type");
        if (type == null) {
            return List.of();
        }
        if (type.isString()) {
            return List.of(type.asString());
        }
        var types = new ArrayList<String>();
        type.forEach(t -> types.add(t.isString() ? t.asString() : ""));
        return types;
    }

    /// The article's own object, where there is one.
    public @Nullable JsonNode article() {
        return article;
    }

    public boolean hasArticle() {
        return article != null;
    }

    /// A property of the article that is text.
    @Nullable
    public Fact<String> text(String property) {
        String text = text(article == null ? null : article.get(property));
        return text == null ? null : new Fact<>(text, "json-ld " + property);
    }

    /// A property of the article, else of the page.
    @Nullable
    public Fact<String> articleOrPage(String property) {
        Fact<String> text = text(property);
        if (text == null && page != null) {
            String value = text(page.get(property));
            return value == null ? null : new Fact<>(value, "json-ld WebPage " + property);
        }
        return text;
    }

    /// When something else on the page that is no remark was published: a recipe, a video, a set of instructions.
    @Nullable
    public Fact<String> publishedWork() {
        String value = work == null ? null : text(work.get("datePublished"));
        return value == null ? null : new Fact<>(value, "json-ld datePublished of another type");
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        JsonNode node = value != null && value.isArray() && !value.isEmpty() ? value.get(0) : value;
        if (node == null || !node.isString()) {
            return null;
        }
        String text = node.asString();
        if (text.indexOf('<') >= 0 && text.indexOf('>') >= 0) {
            text = Jsoup.parseBodyFragment(text).text();
        }
        text = Names.clean(text);
        return text.isEmpty() ? null : text;
    }

    @Nullable
    public Fact<String> publisher() {
        return named("publisher");
    }

    /// The name of what a property of the article holds.
    @Nullable
    Fact<String> named(String property) {
        JsonNode value = article == null ? null : resolved(article.get(property));
        String name = value == null ? null : text(value.isString() ? value : value.get("name"));
        return name == null ? null : new Fact<>(name, "json-ld " + property);
    }

    /// Where the work is that a property of the article holds; its name, where it has no address.
    @Nullable
    Fact<String> address(String property) {
        JsonNode work = article == null ? null : resolved(article.get(property));
        if (work == null || work.isString()) {
            return text(property);
        }
        String address = either(text(work.get("url")), text(work.get("@id")));
        String said = either(address, text(work.get("name")));
        return said == null ? null : new Fact<>(said, "json-ld " + property);
    }

    /// The article's picture, else that of the page: the first where there are several.
    @Nullable
    StatedPicture picture() {
        JsonNode image = article == null ? null : resolved(article.get("image"));
        String signal = "json-ld image";
        if (image == null && page != null) {
            image = resolved(page.get("primaryImageOfPage"));
            signal = "json-ld primaryImageOfPage";
        }
        if (image == null || image.isString()) {
            return image == null ? null : new StatedPicture(image.asString(), null, null, null, null, null, signal);
        }
        String address = either(text(image.get("url")), text(image.get("contentUrl")));
        JsonNode holder = resolved(image.has("creator") ? image.get("creator") : image.get("copyrightHolder"));
        String named = holder == null ? null : text(holder.isString() ? holder : holder.get("name"));
        return address == null
                ? null
                : new StatedPicture(
                        address,
                        null,
                        text(image.get("caption")),
                        either(text(image.get("creditText")), named),
                        pixels(image.get("width")),
                        pixels(image.get("height")),
                        signal);
    }

    /// `1200`, `"1200"`, `"1200px"` or a `QuantitativeValue`.
    private static @Nullable Integer pixels(@Nullable JsonNode size) {
        JsonNode value = size != null && size.isObject() ? size.get("value") : size;
        return value == null || value.isContainer() ? null : StatedPicture.pixels(value.asString());
    }

    private static @Nullable String either(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }

    /// The names of those that a property of the article holds (`author`, `editor`, `creator`).
    public List<String> people(String property) {
        var names = new ArrayList<String>();
        if (article != null && article.has(property)) {
            people(article.get(property), names);
        }
        return names;
    }

    private void people(JsonNode value, List<String> names) {
        if (value.isArray()) {
            value.forEach(person -> people(person, names));
            return;
        }
        JsonNode person = resolved(value);
        JsonNode name = person == null || person.isString() ? person : person.get("name");
        if (name != null && name.isArray()) {
            name.forEach(n -> people(n, names));
            return;
        }
        String text = text(name);
        if (text != null) {
            names.add(text);
        }
    }

    private @Nullable JsonNode resolved(@Nullable JsonNode node) {
        if (node != null && node.isArray() && !node.isEmpty()) {
            return resolved(node.get(0));
        }
        if (node != null && node.isObject() && !node.has("name") && node.has("@id")) {
            return byId.getOrDefault(node.get("@id").asString(), node);
        }
        return node;
    }
}
