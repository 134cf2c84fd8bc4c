/// Two versions of an article in, what is different between them out: [ArticleVersions], read it first.
/// [ShownArticle] is what is kept of a version so that a later one can be compared with it. Pure functions.
@NullMarked
package org.copyflow.enrichment.change;

import org.jspecify.annotations.NullMarked;
