/// NITF, the news industry's text format, alone or inside NewsML-G2.
///
/// In goes a `nitf` element, out comes its article. [NitfReader] is the format's reader; [NitfItem] says who the item
/// is and makes the article; [NitfBody] reads the text, wherever it stands. Read [NitfReader] first.
@NullMarked
package org.copyflow.formats.nitf;

import org.jspecify.annotations.NullMarked;
