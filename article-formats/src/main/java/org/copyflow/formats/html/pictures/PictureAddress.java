package org.copyflow.formats.html.pictures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.copyflow.events.article.LeadImage;
import org.copyflow.formats.html.lexicon.WordLists;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The absolute address of a picture.
record PictureAddress(String url) {

    private static final int MAX_CHARS = 2048;
    /// An address with a longer name tells what it shows, whatever words are in it.
    private static final int MAX_EMBLEM_WORDS = 4;
    private static final int MIN_NAME_CHARS = 6;
    private static final String NOT_IN_URLS = "\"<>\\`{}";
    private static final Set<String> EMBLEMS = WordLists.read("no-lead-images.txt").stream()
            .flatMap(line -> Arrays.stream(line.getValue().split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    /// Null where it is not, or does not become, an http(s) address.
    ///
    /// @param base what a relative address starts from; empty where that is not known
    static @Nullable PictureAddress of(String stated, String base) {
        String address = stated.strip().replace(" ", "%20");
        if (address.isEmpty() || address.length() > MAX_CHARS) {
            return null;
        }
        String url = LeadImage.isWebAddress(address) ? address : resolved(address, base);
        int host = url.indexOf("//") + 2;
        boolean usable = LeadImage.isWebAddress(url)
                && url.length() <= MAX_CHARS
                && url.length() > host
                && Character.isLetterOrDigit(url.charAt(host))
                && url.chars().noneMatch(c -> c <= ' ' || c == 0x7F || NOT_IN_URLS.indexOf(c) >= 0);
        return usable ? new PictureAddress(url) : null;
    }

    private static String resolved(String address, String base) {
        if (base.isEmpty()) {
            return address.startsWith("//") ? "https:" + address : "";
        }
        var link = new Element("a").attr("href", address);
        link.setBaseUri(base);
        return link.absUrl("href");
    }

    /// The longest run of ASCII letters and digits in the file's name: no address without it shows the same.
    String mark() {
        String stem = stem();
        int best = 0;
        int length = 0;
        int run = 0;
        for (int i = 0; i < stem.length(); i++) {
            char c = stem.charAt(i);
            run = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? run + 1 : 0;
            if (run > length) {
                length = run;
                best = i + 1 - run;
            }
        }
        return stem.substring(best, best + length);
    }

    /// Whether what is stated may become an address with that mark: one that has no file of its own takes that of what
    /// it starts from, and what is no plain ASCII is written anew.
    static boolean mayHold(String stated, String mark) {
        for (int i = 0; i <= stated.length() - mark.length(); i++) {
            if (stated.regionMatches(true, i, mark, 0, mark.length())) {
                return true;
            }
        }
        return stated.startsWith("?") || stated.startsWith("#") || !isPlain(stated);
    }

    private static boolean isPlain(String address) {
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) <= ' ' || address.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /// Whether it is named as a logo, a placeholder or the like is.
    boolean isEmblem() {
        String file = file();
        if (file.endsWith(".svg") || file.endsWith(".ico")) {
            return true;
        }
        String[] words = stem().split("[^a-z]+");
        return words.length <= MAX_EMBLEM_WORDS && Arrays.stream(words).anyMatch(EMBLEMS::contains);
    }

    /// Whether both show the same picture, as far as their addresses tell: one file, in whatever size or from whatever
    /// host.
    boolean shows(PictureAddress other) {
        String stem = stem();
        return url.equals(other.url)
                || path().equals(other.path())
                || (stem.length() >= MIN_NAME_CHARS && stem.equals(other.stem()));
    }

    /// After the host, without the query.
    private String path() {
        int query = url.indexOf('?');
        String plain = query < 0 ? url : url.substring(0, query);
        int start = plain.indexOf('/', plain.indexOf("//") + 2);
        return start < 0 || start == plain.length() - 1 ? url : plain.substring(start);
    }

    private String file() {
        String path = path().replace("%2F", "/").replace("%2f", "/");
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /// The file's name without its extension and without a size (`-1024x768`) at its end.
    private String stem() {
        String file = file();
        int dot = file.lastIndexOf('.');
        String name = dot < 0 ? file : file.substring(0, dot);
        int end = name.length();
        while (end > 0 && (Character.isDigit(name.charAt(end - 1)) || name.charAt(end - 1) == 'x')) {
            end--;
        }
        boolean sized = end > 0 && end < name.length() && "-_".indexOf(name.charAt(end - 1)) >= 0;
        return sized && name.indexOf('x', end) > end ? name.substring(0, end - 1) : name;
    }
}
