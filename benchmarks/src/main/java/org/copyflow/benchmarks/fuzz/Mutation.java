package org.copyflow.benchmarks.fuzz;

import java.util.random.RandomGenerator;

/// What can happen to a page's text. Those that make it large are [#isHeavy].
enum Mutation {
    CUT_TAGS,
    CUT_SHORT,
    REPEAT_PART,
    MOVE_PART,
    DROP_QUOTE,
    SPLINTERS,
    ENTITIES,
    ODD_DATES,
    BROKEN_JSON,
    HUGE_ATTRIBUTE,
    MANY_ATTRIBUTES,
    DEEP_NESTING,
    GIANT_WORD,
    MANY_BRACKETS,
    MANY_BLOCKS,
    COPIES_OF_A_TEXT,
    DEEP_JSON;

    private static final int MAX_CHARS = 3_000_000;
    private static final String[] SYNTAX = {
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "</",
        "<script>",
        "</script>",
        "<title>",
        "<textarea>",
        "<svg>",
        "<math>",
        "<table>",
        "<tr>",
        "<select>",
        "<template>",
        "<frameset>",
        "<plaintext>",
        "<noscript>",
        "<body>",
        "</body>",
        "<h1>",
        "<article>",
        "<time datetime=",
        "<a href=/author/>",
        "<p",
        "\"",
        "'",
        ">",
        "<",
        "&",
        "\u0000",
        "\uD800",
        "\uDC00",
        "\uFFFE",
        "<base href=x:>",
        "<form><form>",
        "<b><p></b>",
        "<!doctype",
        "<?xml",
        "<br/",
        "="
    };
    private static final String[] REFERENCES = {
        "&",
        "&amp",
        "&#",
        "&#x",
        "&#0;",
        "&#xD800;",
        "&#x110000;",
        "&#99999999999;",
        "&nbsp;",
        "&shy;",
        "&bogus;",
        "&amp;amp;amp;lt;",
        "&NotEqualTilde;",
        "&zwnj;"
    };
    private static final String[] DATES = {
        "0000-00-00", "2026-02-30T25:61:61+99:99", "99999999999999999999", "31/12/1999 24:00", "2026年13月40日",
        "12 Foo 2026 00:00 am +", "-1", "1e9999", "2026-03-06T09:39:50.999999999999Z", "٢٠٢٦-٠٣-٠٦"
    };
    private static final String[] NESTED = {"<div>", "<b>", "<ul><li>", "<table><td>", "<blockquote>", "<a>", "<font>"};

    boolean isHeavy() {
        return compareTo(HUGE_ATTRIBUTE) >= 0;
    }

    /// The text with this done to it; as it was where it offers nothing to do it to, or where it is large already.
    String of(String text, RandomGenerator random) {
        if (text.length() > MAX_CHARS / 2 && isHeavy()) {
            return text;
        }
        int at = random.nextInt(text.length() + 1);
        return switch (this) {
            case CUT_TAGS -> withoutTags(text, random);
            case CUT_SHORT -> text.substring(0, at);
            case REPEAT_PART -> repeated(text, random);
            case MOVE_PART -> moved(text, at, random);
            case DROP_QUOTE -> withoutQuote(text, at);
            case SPLINTERS -> scattered(text, SYNTAX, random);
            case ENTITIES -> scattered(text, REFERENCES, random);
            case ODD_DATES -> dated(text, at, one(DATES, random));
            case BROKEN_JSON -> stated(text, one(DATES, random), random);
            case HUGE_ATTRIBUTE -> put(text, tag(text, at), " class=\"" + run("menu ", 200_000, random) + "\" ");
            case MANY_ATTRIBUTES -> put(text, tag(text, at), attributes(random.nextInt(3000)));
            case DEEP_NESTING -> put(text, at, run(one(NESTED, random), 100_000, random));
            case GIANT_WORD -> put(text, at, run("字w", 1_000_000, random));
            case MANY_BRACKETS -> put(text, at, run(random.nextBoolean() ? "<" : "</", 1_000_000, random));
            case MANY_BLOCKS -> put(text, at, run("<p>One, two.", 300_000, random));
            case COPIES_OF_A_TEXT -> put(text, at, copies(random));
            case DEEP_JSON -> stated(text, run(random.nextBoolean() ? "[" : "{\"author\":", 200_000, random), random);
        };
    }

    private static String one(String[] of, RandomGenerator random) {
        return of[random.nextInt(of.length)];
    }

    private static String run(String part, int maxChars, RandomGenerator random) {
        return part.repeat(random.nextInt(maxChars / part.length()));
    }

    private static String put(String text, int at, String part) {
        return text.substring(0, at) + part + text.substring(at);
    }

    /// Where an attribute may be put: after the name of the next tag, else at the end.
    private static int tag(String text, int from) {
        int at = text.indexOf('<', from);
        at = at < 0 ? text.length() : at + 1;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String withoutTags(String text, RandomGenerator random) {
        var left = new StringBuilder(text.length());
        int share = 1 + random.nextInt(20);
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('<', at);
            int close = open < 0 ? -1 : text.indexOf('>', open);
            if (close < 0) {
                break;
            }
            left.append(text, at, open);
            if (random.nextInt(share) > 0) {
                left.append(text, open, close + 1);
            }
            at = close + 1;
        }
        return left.append(text, at, text.length()).toString();
    }

    private static String repeated(String text, RandomGenerator random) {
        int from = Math.max(0, text.indexOf('<', random.nextInt(text.length() + 1)));
        int to = Math.min(text.length(), from + random.nextInt(5000));
        int times = 1 + random.nextInt(random.nextInt(10) == 0 ? 100 : 3);
        return put(text, to, text.substring(from, to).repeat(times));
    }

    private static String moved(String text, int at, RandomGenerator random) {
        int to = Math.min(text.length(), at + random.nextInt(10_000));
        String rest = text.substring(0, at) + text.substring(to);
        return put(rest, random.nextInt(rest.length() + 1), text.substring(at, to));
    }

    private static String withoutQuote(String text, int from) {
        int at = text.indexOf('"', from);
        return at < 0 ? text : text.substring(0, at) + text.substring(at + 1);
    }

    private static String scattered(String text, String[] parts, RandomGenerator random) {
        String scattered = text;
        for (int left = random.nextInt(12); left > 0; left--) {
            scattered = put(scattered, random.nextInt(scattered.length() + 1), one(parts, random));
        }
        return scattered;
    }

    private static String dated(String text, int at, String date) {
        return put(
                text,
                at,
                "<time datetime=\"" + date + "\">" + date + "</time><meta itemprop=datePublished content=\"" + date
                        + "\">");
    }

    private static String stated(String text, String value, RandomGenerator random) {
        String json = "{\"@type\":[\"NewsArticle\",7,null],\"headline\":{\"x\":1},\"author\":[[" + value
                + "]],\"datePublished\":\"" + value + "\",\"articleBody\":\"" + "a & b <c ".repeat(random.nextInt(200));
        return put(text, 0, "<script type=\"application/ld+json\">" + json + (random.nextBoolean() ? "\"}" : ""))
                + "</script>";
    }

    private static String attributes(int count) {
        var attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append(" a").append(i).append("=b");
        }
        return attributes.toString();
    }

    /// One text of many words, many times: what repeats itself must not cost its square.
    private static String copies(RandomGenerator random) {
        var text = new StringBuilder("<p>");
        for (int i = 0; i < 160; i++) {
            text.append("the word").append(random.nextInt(50)).append(i % 9 == 0 ? ", " : " ");
        }
        return text.append("is said.</p>").toString().repeat(random.nextInt(400));
    }
}
