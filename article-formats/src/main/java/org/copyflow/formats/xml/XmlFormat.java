package org.copyflow.formats.xml;

import javax.xml.namespace.QName;
import org.copyflow.formats.FormatReader;

/// A reader of an XML format that is known by its root element.
public interface XmlFormat extends FormatReader {

    /// Does a document with this root element belong to it?
    boolean readsRoot(QName root);
}
