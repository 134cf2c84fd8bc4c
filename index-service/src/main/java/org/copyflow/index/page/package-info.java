/// The web page: topics and articles as HTML that works without scripts, and live with the one script that it has.
///
/// [PageRoutes] lists the pages. Templates are Mustache, in this package's resources; everything that comes from an
/// article is escaped by them. [ArticleModel] is what the article page shows, [MarkedText] its text with the evidence
/// marked. Nothing depends on this package.
@NullMarked
package org.copyflow.index.page;

import org.jspecify.annotations.NullMarked;
