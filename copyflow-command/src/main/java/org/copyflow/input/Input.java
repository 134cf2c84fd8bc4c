package org.copyflow.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.copyflow.formats.MediaType;
import org.copyflow.formats.MediaTypeGuess;
import org.copyflow.formats.PushedDocument;
import org.copyflow.formats.UnreadableDocumentException;
import org.jspecify.annotations.Nullable;

/// Something to enrich: its name, and its content once it is asked for.
public interface Input {

    /// As the user named it: the path as given, or the line's id.
    String name();

    /// Reads it. Called once, on any thread.
    ///
    /// @throws UnreadableDocumentException where it cannot be read
    PushedDocument load();

    /// A file, or standard input for the name `-`; its media type guessed where none is given.
    record OfFile(String name, @Nullable MediaType mediaType) implements Input {

        /// Larger files are refused.
        public static final int MAX_FILE_BYTES = 32 * 1024 * 1024;

        /// These, as the command line names them.
        public static Stream<Input> all(List<String> names, @Nullable MediaType mediaType) {
            return names.stream().map(name -> new OfFile(name, mediaType));
        }

        @Override
        public PushedDocument load() {
            byte[] content = content();
            MediaType type = mediaType == null ? MediaTypeGuess.of(name, content) : mediaType;
            return new PushedDocument(content, type, null, null);
        }

        private byte[] content() {
            try (InputStream file = name.equals("-") ? System.in : Files.newInputStream(Path.of(name))) {
                byte[] content = file.readNBytes(MAX_FILE_BYTES + 1);
                if (content.length > MAX_FILE_BYTES) {
                    throw new UnreadableDocumentException(
                            "file-too-large", name + " is larger than the limit of " + MAX_FILE_BYTES + " bytes.");
                }
                return content;
            } catch (NoSuchFileException e) {
                throw new UnreadableDocumentException("file-not-found", "There is no file " + name + ".", e);
            } catch (IOException e) {
                throw new UnreadableDocumentException(
                        "file-not-readable", "The file " + name + " cannot be read: " + e.getMessage(), e);
            }
        }
    }

    /// A document that is already there.
    record OfDocument(String name, PushedDocument document) implements Input {
        @Override
        public PushedDocument load() {
            return document;
        }
    }

    /// One that is known to be unreadable before it is looked at.
    record Unreadable(String name, String code, String message) implements Input {
        @Override
        public PushedDocument load() {
            throw new UnreadableDocumentException(code, message);
        }
    }
}
