package org.copyflow.dryrun;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.copyflow.events.article.Article;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.DataMining;
import org.copyflow.events.article.LeadImage;
import org.copyflow.events.article.Rights;
import org.copyflow.formats.explanation.Explanation;
import org.copyflow.ingest.dryrun.FirstPush;
import org.copyflow.terminal.Table;
import org.jspecify.annotations.Nullable;

/// A result as people read it: the outcome, each field with the signal behind it, the candidates, what was dropped.
///
/// @param coloured whether headings and what was chosen are set off by colour
public record ExplainedForPeople(boolean coloured) implements Explainer.Form {

    private static final String BOLD = "\u001B[1m";
    private static final String GREEN = "\u001B[32m";
    private static final String RED = "\u001B[31m";
    private static final String PLAIN = "\u001B[0m";
    private static final int MAX_VALUE_CHARS = 70;

    String text(ResultLine line) {
        var text = new StringWriter();
        var out = new PrintWriter(text);
        FirstPush.Failure error = line.result().error();
        out.println(set(BOLD, line.input()) + "  "
                + set(
                        error == null ? GREEN : RED,
                        line.result().outcome().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        if (error != null) {
            out.println(error.code() + ": " + error.message());
        }
        for (FirstPush.Shown shown : line.result().articles()) {
            fields(shown, out);
        }
        line.explanations().forEach(explanation -> explanation(explanation, out));
        return text.toString();
    }

    private void fields(FirstPush.Shown shown, PrintWriter out) {
        Article article = shown.article();
        String part = article.parts() == 1 ? "" : " " + article.part() + " of " + article.parts();
        heading("Article" + part, out);
        var table = new Table("field", "signal", "value");
        var evidence = new TreeMap<>(shown.evidence());
        evidence.remove("text candidates");
        if (!evidence.containsKey("title")) {
            evidence.put("title", "–");
        }
        evidence.forEach((field, signal) -> table.row(field, signal, shortened(value(article, field))));
        if (!evidence.containsKey("text")) {
            table.row("text", "–", value(article, "text"));
        }
        table.print(out);
    }

    private void explanation(Explanation explanation, PrintWriter out) {
        if (explanation.readAs() != null) {
            heading("Read as", out);
            out.println(explanation.readAs());
        }
        if (!explanation.candidates().isEmpty()) {
            heading("Candidates for the body", out);
            var table = new Table("", "candidate", "score", "words", "where", "why");
            for (Explanation.Candidate candidate : explanation.candidates()) {
                table.row(
                        candidate.chosen() ? "✓" : "",
                        candidate.name(),
                        String.format(Locale.ROOT, "%.3f", candidate.score()),
                        String.valueOf(candidate.words()),
                        orDash(candidate.path()),
                        candidate.why());
            }
            table.print(out);
        }
        parts(explanation, out);
    }

    private void parts(Explanation explanation, PrintWriter out) {
        if (explanation.parts().isEmpty()) {
            return;
        }
        boolean judged = explanation.parts().stream().anyMatch(part -> part.belief() != null);
        heading(judged ? "Not in the text" : "Lines", out);
        var table = judged
                ? new Table("", "belief", "why", "where", "text")
                : new Table("", "article", "as", "why", "text");
        for (Explanation.Part part : explanation.parts()) {
            if (judged) {
                String belief = part.belief() == null ? "–" : String.format(Locale.ROOT, "%.2f", part.belief());
                table.row(String.valueOf(part.at()), belief, orDash(part.why()), orDash(part.path()), part.text());
            } else {
                String article = part.article() == null ? "–" : part.article().toString();
                table.row(String.valueOf(part.at()), article, part.takenAs(), orDash(part.why()), part.text());
            }
        }
        table.print(out);
        if (explanation.partsLeftOut() > 0) {
            out.println("… and " + explanation.partsLeftOut() + " more");
        }
    }

    private static String value(Article article, String field) {
        LeadImage image = article.leadImage();
        return switch (field) {
            case "title" -> orDash(article.title());
            case "bylines" ->
                String.join(", ", article.bylines().stream().map(Byline::name).toList());
            case "publishedAt" ->
                article.publishedAt() == null ? "–" : article.publishedAt().iso();
            case "updatedAt" ->
                article.updatedAt() == null ? "–" : article.updatedAt().iso();
            case "section" -> orDash(article.section());
            case "publisher" -> orDash(article.publisher());
            case "language" -> orDash(article.language());
            case "url" -> orDash(article.url());
            case "rights" -> rights(article.rights());
            case "leadImage" -> image == null ? "–" : image.url();
            case "text" ->
                article.text().length() + " characters in " + article.blocks().size() + " blocks";
            default -> "";
        };
    }

    private static String rights(@Nullable Rights rights) {
        if (rights == null) {
            return "–";
        }
        DataMining mining = rights.dataMining();
        return Stream.of(
                        mining == null ? null : "mining " + mining.word(),
                        rights.licence(),
                        rights.policy(),
                        rights.copyrightHolder(),
                        rights.copyrightNotice(),
                        rights.usageTerms())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
    }

    private static String shortened(String value) {
        return value.length() <= MAX_VALUE_CHARS ? value : value.substring(0, MAX_VALUE_CHARS - 1) + "…";
    }

    private static String orDash(@Nullable String value) {
        return value == null ? "–" : value;
    }

    private void heading(String text, PrintWriter out) {
        out.println();
        out.println(set(BOLD, text));
    }

    private String set(String colour, String text) {
        return coloured ? colour + text + PLAIN : text;
    }
}
