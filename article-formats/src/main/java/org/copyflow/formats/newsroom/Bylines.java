package org.copyflow.formats.newsroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copyflow.events.article.Byline;
import org.jspecify.annotations.Nullable;

/// Recognises lines that say who wrote an article: `By IDA Holm &amp; PER Strand`, `By Staff Reporters`, `本报记者 张三`.
public final class Bylines {

    private static final int MAX_CHARS = 160;
    private static final List<String> OPENINGS = WordList.lines("byline-openings.txt");
    private static final Pattern AFTER_NAMES =
            Pattern.compile("\\s(?:in|from|at|for|reporting from|aus|en|à|desde)\\s\\p{Lu}.*"
                    + "|\\s[\\w.+-]+@[\\w.-]+.*|\\s@\\w+.*|\\s?[(（\\[].*");
    private static final Pattern CHINESE = Pattern.compile("[□■◎○●◆◇▲△☆★\\s　—-]{0,4}(?:文[/／·・:：|]{0,2})?[\\s　]*"
            + "(?<role>[\\p{IsHan}]{0,12}?(?:记者|通讯员|特派员|评论员|撰稿人|撰稿|特约作者))"
            + "[:：/／\\s　]*(?<names>[\\p{IsHan}·、，,\\s　/／]{0,60})");
    private static final Pattern DATELINE =
            Pattern.compile("[（(](?:[\\p{IsHan}]{0,8}?)记者[:：\\s　]*(?<names>[\\p{IsHan}·、，,\\s　]{2,40})[）)]");
    private static final int DATELINE_CHARS = 80;

    private Bylines() {}

    /// @return who wrote it, or null where the line is no byline
    static PrintedLine.@Nullable Credits read(String line) {
        if (line.length() > MAX_CHARS) {
            return null;
        }
        String text = line.replace("&amp;", "&");
        if (Prose.isEastAsian(text)) {
            return chinese(text);
        }
        String names = withoutOpening(text);
        return names == null ? null : latin(text, names);
    }

    /// The reporters that the opening of a Chinese report names in brackets: `新华社北京3月5日电（记者张三、李四）`.
    public static List<Byline> inDateline(String paragraph) {
        String opening = paragraph.substring(0, Math.min(DATELINE_CHARS, paragraph.length()));
        Matcher matcher = DATELINE.matcher(opening);
        return matcher.find() ? people(chineseNames(matcher.group("names"))) : List.of();
    }

    /// The people of a list of names, as authors.
    static List<Byline> people(List<String> names) {
        return names.stream()
                .filter(Names::isPerson)
                .map(name -> new Byline(name, Byline.AUTHOR))
                .toList();
    }

    private static @Nullable String withoutOpening(String text) {
        int start = 0;
        while (start < text.length() && !Character.isLetter(text.charAt(start))) {
            start++;
        }
        String rest = text.substring(start);
        if (rest.isEmpty() || !Character.isUpperCase(rest.charAt(0))) {
            return null;
        }
        String lower = rest.toLowerCase(Locale.ROOT);
        for (String opening : OPENINGS) {
            boolean opens = lower.startsWith(opening) && rest.length() > opening.length() + 1;
            if (opens && " :".indexOf(lower.charAt(opening.length())) >= 0) {
                return rest.substring(opening.length() + 1).strip();
            }
        }
        return null;
    }

    private static PrintedLine.@Nullable Credits latin(String line, String list) {
        String publisher = null;
        int bar = list.indexOf('|');
        if (bar > 0) {
            publisher = list.substring(bar + 1).strip();
            list = list.substring(0, bar);
        }
        publisher = publisher == null ? bracketedOutlet(list) : publisher;
        String bare = AFTER_NAMES.matcher(stripEnd(list)).replaceFirst("");
        var people = new ArrayList<String>();
        for (String name : Names.split(bare)) {
            if (Names.isPerson(name) && !Names.isRole(name)) {
                people.add(name);
            } else if (Names.isOutlet(name) && !people.isEmpty()) {
                publisher = publisher == null ? name : publisher;
            } else if (!Names.isRole(name) && !(Names.isOutlet(name) && Prose.words(name) < 5)) {
                return null;
            }
        }
        return new PrintedLine.Credits(line, people(people), publisher);
    }

    /// `By Ida Holm (Coast Daily)`.
    private static @Nullable String bracketedOutlet(String list) {
        int open = list.indexOf('(');
        int close = list.indexOf(')', open + 1);
        String inside =
                open < 0 || close < 0 ? "" : list.substring(open + 1, close).strip();
        return Names.isOutlet(inside) ? inside : null;
    }

    private static String stripEnd(String list) {
        String text = list.strip();
        return text.endsWith(",") || text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
    }

    private static PrintedLine.@Nullable Credits chinese(String line) {
        if (line.indexOf('者') < 0 && line.indexOf('员') < 0 && line.indexOf('稿') < 0) {
            return null;
        }
        Matcher matcher = CHINESE.matcher(line);
        if (!matcher.matches()) {
            return null;
        }
        String list = matcher.group("names").strip();
        if (list.isEmpty()) {
            boolean houseRole = matcher.group("role").startsWith("本")
                    || matcher.group("role").contains("社");
            return houseRole ? new PrintedLine.Credits(line, List.of(), null) : null;
        }
        List<String> names = chineseNames(list);
        boolean allPeople = names.stream().allMatch(Names::isPerson);
        return allPeople ? new PrintedLine.Credits(line, people(names), null) : null;
    }

    private static List<String> chineseNames(String list) {
        return Names.split(
                list.replaceAll("(?:本报|实习|见习|特约)?(?:记者|通讯员|实习生)", " ").strip());
    }
}
