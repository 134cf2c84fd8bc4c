package org.copyflow.formats.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copyflow.events.article.Byline;
import org.copyflow.events.article.StatedTime;
import org.copyflow.formats.newsroom.LineReader;
import org.copyflow.formats.newsroom.Names;
import org.copyflow.formats.newsroom.PrintedLine;
import org.copyflow.formats.newsroom.StatedDates;
import org.jspecify.annotations.Nullable;

/// Metadata that touches the last sentence of a body. Two kinds: the hidden fields of a content management system,
/// whose tags a scraper took away (id, time, author, title, keywords, pictures, address, run together), and a source or
/// editor line in brackets.
///
/// @param body what is left before the metadata
/// @param lines what the metadata states
record GluedMetadata(String body, List<PrintedLine.Metadata> lines) {

    private static final Pattern ID_AND_TIME = Pattern.compile(
            "(?<=[.!?。！？\"”’)）])(\\d{3,12}?)?(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}(?::\\d{2})?)(?::\\d{1,3})?");
    private static final Pattern PAGE_ADDRESS =
            Pattern.compile("https?://(?:(?!https?://)[^\\s<>\"]){4,300}?\\.s?html?");
    private static final int MAX_TAIL_CHARS = 140;
    private static final int MAX_AUTHORS_CHARS = 200;

    /// @param titles lines of the document that may be its title
    static GluedMetadata cut(String line, List<String> titles) {
        Matcher hidden = ID_AND_TIME.matcher(line);
        if (hidden.find() && hidden.start() > 0) {
            String blob = line.substring(hidden.end());
            return new GluedMetadata(
                    line.substring(0, hidden.start()).strip(), List.of(fields(hidden.group(2), blob, titles)));
        }
        return cutTail(line);
    }

    private static PrintedLine.Metadata fields(String time, String blob, List<String> titles) {
        StatedDates.Found date = StatedDates.find(time);
        String title = null;
        int titleAt = -1;
        for (String candidate : titles) {
            int at = candidate.length() < 8 ? -1 : blob.indexOf(candidate);
            if (at >= 0 && at <= MAX_AUTHORS_CHARS && (title == null || candidate.length() > title.length())) {
                title = candidate;
                titleAt = at;
            }
        }
        var people = new ArrayList<Byline>();
        if (titleAt > 0) {
            for (String name : Names.split(blob.substring(0, titleAt))) {
                if (Names.isPerson(name)) {
                    people.add(new Byline(name, Byline.AUTHOR));
                }
            }
        }
        Matcher address = PAGE_ADDRESS.matcher(blob);
        String url = null;
        while (address.find()) {
            url = address.group();
        }
        StatedTime published = date == null ? null : date.time();
        return new PrintedLine.Metadata(people, null, published, null, url, null, title);
    }

    /// `… the minister said.(Editor: Wang Xin)`, `……。责任编辑：张三`.
    private static GluedMetadata cutTail(String line) {
        String body = line;
        var lines = new ArrayList<PrintedLine.Metadata>();
        int at = lastSentenceEnd(body);
        while (at > 0 && at < body.length()) {
            PrintedLine.Metadata tail = metadata(body.substring(at));
            if (tail == null) {
                break;
            }
            lines.addFirst(tail);
            body = body.substring(0, at).strip();
            at = lastSentenceEnd(body);
        }
        return new GluedMetadata(body, lines);
    }

    private static PrintedLine.@Nullable Metadata metadata(String tail) {
        String text = tail.strip();
        while (text.length() > 2 && "(（[【".indexOf(text.charAt(0)) >= 0) {
            boolean closed = ")）]】".indexOf(text.charAt(text.length() - 1)) >= 0;
            text = text.substring(1, closed ? text.length() - 1 : text.length()).strip();
        }
        boolean labelled = text.indexOf(':') > 0 || text.indexOf('：') > 0;
        return labelled && LineReader.read(text) instanceof PrintedLine.Metadata found ? found : null;
    }

    private static int lastSentenceEnd(String line) {
        int from = Math.max(0, line.length() - MAX_TAIL_CHARS);
        int end = line.length() - 1;
        while (end > from && ".)）]】\"”’".indexOf(line.charAt(end)) >= 0) {
            end--;
        }
        for (int i = end; i > from; i--) {
            if (".!?。！？".indexOf(line.charAt(i)) >= 0) {
                int after = i + 1;
                while (after < line.length() && "\"”’».".indexOf(line.charAt(after)) >= 0) {
                    after++;
                }
                return after;
            }
        }
        return -1;
    }
}
