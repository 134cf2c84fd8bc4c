/// schema.org's news articles as JSON-LD, pushed without the page around them.
///
/// In goes a `NewsArticle`, alone or in a graph; out comes its article. What a page's own JSON-LD means is read by
/// [org.copyflow.formats.html.stated.LinkedData], here and in web pages alike. Read [JsonLdReader].
@NullMarked
package org.copyflow.formats.jsonld;

import org.jspecify.annotations.NullMarked;
