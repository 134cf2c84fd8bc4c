/// Markdown: an article with front matter from a newsroom's own system, or a newspaper page. Bytes enter, articles
/// leave.
/// Read [MarkdownReader]; [MarkdownLines] is the way from markup to lines.
@NullMarked
package org.copyflow.formats.markdown;

import org.jspecify.annotations.NullMarked;
