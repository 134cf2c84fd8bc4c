/// ninjs, IPTC's news in JSON, in its three branches: 1.x (`headline`, `body_html`), 2.x (`headlines`, `bodies`) and
/// 3.x (the same in camel case).
///
/// In goes an item's JSON, out comes its article. [NinjsReader] is the format's reader; [JsonFields] finds a field
/// whatever the branch calls it; [NinjsArticle] makes the article, [NinjsBody] picks the body. Read [NinjsReader]
/// first.
@NullMarked
package org.copyflow.formats.ninjs;

import org.jspecify.annotations.NullMarked;
