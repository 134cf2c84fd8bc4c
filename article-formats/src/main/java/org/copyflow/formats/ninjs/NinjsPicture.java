package org.copyflow.formats.ninjs;

import java.util.List;
import org.copyflow.events.article.Caption;
import org.copyflow.events.article.LeadImage;
import org.copyflow.formats.fields.LeadPicture;
import org.copyflow.formats.json.JsonFields;
import org.jspecify.annotations.Nullable;

/// The first associated picture of which a rendition is on the web.
final class NinjsPicture {

    private NinjsPicture() {}

    static @Nullable LeadImage of(JsonFields item) {
        for (JsonFields associated : item.objects("associations")) {
            if (!"picture".equals(associated.text("type"))) {
                continue;
            }
            Caption caption = NinjsArticle.caption(associated);
            List<JsonFields> renditions = associated.objects("renditions");
            for (JsonFields rendition : renditions) {
                LeadImage image = LeadPicture.of(
                        rendition.text("href"),
                        null,
                        caption == null ? null : caption.text(),
                        caption == null ? null : caption.credit());
                if (image != null) {
                    return image;
                }
            }
        }
        return null;
    }
}
