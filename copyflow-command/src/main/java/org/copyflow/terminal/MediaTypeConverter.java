package org.copyflow.terminal;

import org.copyflow.formats.MediaType;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a media type from the command line.
public final class MediaTypeConverter implements ITypeConverter<MediaType> {

    @Override
    public MediaType convert(String text) {
        try {
            return MediaType.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
