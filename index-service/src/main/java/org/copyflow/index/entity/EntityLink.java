package org.copyflow.index.entity;

import org.jspecify.annotations.Nullable;

/// What an entity is known as elsewhere.
///
/// @param id qualified by its scheme: `geonames:1816670`, `wikidata:Q458`, `iso:CN`
/// @param url where one can read about it; absent for a scheme that is not known here
/// @param articles how many of the articles read say so; a name of several has several
public record EntityLink(String id, @Nullable String url, long articles) {

    static EntityLink of(String id, long articles) {
        return new EntityLink(id, url(id), articles);
    }

    private static @Nullable String url(String id) {
        int colon = id.indexOf(':');
        String local = id.substring(colon + 1);
        if (!local.matches("[A-Za-z0-9]{1,20}")) {
            return null;
        }
        return switch (id.substring(0, Math.max(0, colon))) {
            case "geonames" -> "https://www.geonames.org/" + local;
            case "wikidata" -> "https://www.wikidata.org/wiki/" + local;
            case "iso" -> "https://www.iso.org/obp/ui/#iso:code:3166:" + local;
            default -> null;
        };
    }
}
