package org.copyflow.formats.fields;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.copyflow.events.article.Byline;
import org.copyflow.formats.newsroom.LineReader;
import org.copyflow.formats.newsroom.Names;
import org.copyflow.formats.newsroom.PrintedLine;
import org.copyflow.formats.newsroom.Prose;

/// The people in a byline that stands in a field of its own (`By Leila Haddad and Jonas Wirth`, `Ada Roe, Test Desk`,
/// `记者 普春燕 摄影 周航`). What is no name of a person (an agency, a job) is nobody.
public final class BylineField {

    private static final int MAX_CHARS = 400;
    private static final int MAX_PARTS = 50;
    private static final int MAX_CHINESE_NAME_CHARS = 16;
    private static final Pattern CHINESE_SEPARATOR = Pattern.compile("[\\s　、，,;；:：/／|()（）]+");
    private static final Properties CHINESE_ROLES = chineseRoles();

    private BylineField() {}

    public static List<Byline> people(String byline) {
        String printed = byline.strip();
        if (printed.isEmpty() || printed.length() > MAX_CHARS) {
            return List.of();
        }
        if (Prose.isEastAsian(printed)) {
            return chinese(printed);
        }
        for (String line : List.of(printed, "By " + printed)) {
            if (LineReader.read(line) instanceof PrintedLine.Credits credits
                    && !credits.bylines().isEmpty()) {
                return credits.bylines();
            }
        }
        return Names.split(printed).stream()
                .filter(name -> Names.isPerson(name) && !Names.isRole(name))
                .map(name -> new Byline(name, Byline.AUTHOR))
                .toList();
    }

    /// Names and roles in turn; a role holds until the next.
    private static List<Byline> chinese(String byline) {
        var people = new ArrayList<Byline>();
        String role = Byline.AUTHOR;
        for (String word : CHINESE_SEPARATOR.split(byline, MAX_PARTS)) {
            String named = CHINESE_ROLES.getProperty(word);
            if (named != null) {
                role = named;
            } else if (word.length() > 1 && word.length() <= MAX_CHINESE_NAME_CHARS && !Names.isOutlet(word)) {
                people.add(new Byline(word, role));
            }
        }
        return people;
    }

    private static Properties chineseRoles() {
        var roles = new Properties();
        try (InputStream stream = BylineField.class.getResourceAsStream("chinese-roles.properties")) {
            if (stream == null) {
                throw new IllegalStateException("chinese-roles.properties is not beside its class; rebuild");
            }
            roles.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return roles;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read chinese-roles.properties", e);
        }
    }
}
