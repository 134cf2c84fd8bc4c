/// A topic's articles over HTTP, page by page: as cards, as RSS, Atom and JSON Feed. Read [TopicArticleRoutes] first.
@NullMarked
package org.copyflow.index.http.topic;

import org.jspecify.annotations.NullMarked;
