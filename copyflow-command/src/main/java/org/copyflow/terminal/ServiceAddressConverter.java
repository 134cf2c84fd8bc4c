package org.copyflow.terminal;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the address of a service from the command line: http or https, and a host.
public final class ServiceAddressConverter implements ITypeConverter<URI> {

    @Override
    public URI convert(String text) {
        try {
            var address = new URI(text);
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (web && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException _) {
            throw refused(text);
        }
        throw refused(text);
    }

    private static TypeConversionException refused(String text) {
        return new TypeConversionException("'" + text + "' is not the address of a service, as http://127.0.0.1:8081");
    }
}
