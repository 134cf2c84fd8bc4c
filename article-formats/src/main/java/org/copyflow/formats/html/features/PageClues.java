package org.copyflow.formats.html.features;

import java.util.List;

/// What the page states elsewhere and the choice of the body may lean on. Empty where it states nothing.
///
/// @param title the headline
/// @param description the summary in the page's head
/// @param articleBody the body that structured data carries
/// @param authors names of people
public record PageClues(String title, String description, String articleBody, List<String> authors) {

    public static final PageClues NONE = new PageClues("", "", "", List.of());

    public PageClues {
        authors = List.copyOf(authors);
    }
}
