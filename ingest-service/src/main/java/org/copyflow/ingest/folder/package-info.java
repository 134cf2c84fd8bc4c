/// The hot folder: files that a newsroom drops become raw articles.
///
/// In goes `FOLDER/SOURCE/file`; out come records on `articles.raw`, and the file itself in `FOLDER/SOURCE/done` or
/// `FOLDER/SOURCE/failed` with a report beside it. [HotFolder] runs it; [FolderScan] is one pass over the folder, the
/// place to start reading; [SourceFolder] is where one source's files lie, [FileIntake] makes articles of their bytes.
@NullMarked
package org.copyflow.ingest.folder;

import org.jspecify.annotations.NullMarked;
