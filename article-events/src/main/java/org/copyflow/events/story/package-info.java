/// What articles have to do with one another: [ArticleDigest] is what they are compared by, [ArticleRelations]
/// what came of it for one article, [Story] what came of it for a story.
@NullMarked
package org.copyflow.events.story;

import org.jspecify.annotations.NullMarked;
