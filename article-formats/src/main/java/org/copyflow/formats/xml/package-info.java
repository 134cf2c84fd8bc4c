/// XML from strangers, parsed with everything external switched off and every dimension limited.
///
/// [SafeXml] parses or sniffs a pushed document, or refuses it with an
/// [org.copyflow.formats.UnreadableDocumentException]. [XmlReader] takes XML of no particular media type and hands it
/// to the [XmlFormat] that reads its root element. Read [SafeXml] first.
@NullMarked
package org.copyflow.formats.xml;

import org.jspecify.annotations.NullMarked;
