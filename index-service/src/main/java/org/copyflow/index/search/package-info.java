/// Full-text search over every published article, in English, Chinese and what else is pushed: a [SearchQuery] enters,
/// a
/// [SearchPage] leaves. Read [ArticleSearch] first.
@NullMarked
package org.copyflow.index.search;

import org.jspecify.annotations.NullMarked;
