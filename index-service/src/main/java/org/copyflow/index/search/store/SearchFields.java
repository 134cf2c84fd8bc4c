package org.copyflow.index.search.store;

/// The fields of an article in the search index.
public final class SearchFields {

    /// The article's id: the key of the document, and the last criterion of every order.
    public static final String ID = "id";

    /// The card as JSON, as hits show it.
    public static final String CARD = "card";

    public static final String TITLE = "title";
    public static final String TEXT = "text";

    /// What its quotations say.
    public static final String QUOTES = "quotes";

    /// The card's time, in milliseconds.
    public static final String TIME = "time";

    /// What a limit of rights may ask for that holds of the article, by its word.
    public static final String RIGHTS = "rights";

    private SearchFields() {}
}
