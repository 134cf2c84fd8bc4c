/// An article in the forms in which it is answered.
///
/// In go an article and what a client accepts; out come bytes. [ArticleForm] lists the forms and writes them, and
/// is what to read first; [AcceptHeader] says which one a client wants; [NinjsItem] is the article as ninjs 3.1,
/// [ArticleHtml] as a page of its own, [TextHtml] its text as HTML for both,
/// [MiningTerm] what it says of mining.
@NullMarked
package org.copyflow.index.form;

import org.jspecify.annotations.NullMarked;
