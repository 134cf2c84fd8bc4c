package org.copyflow.formats.html.pictures;

import java.util.ArrayList;
import java.util.List;
import org.copyflow.events.article.LeadImage;
import org.copyflow.formats.html.page.FactElements;
import org.copyflow.formats.html.page.PageBlock;
import org.copyflow.formats.html.page.PageOutline;
import org.copyflow.formats.html.stated.Fact;
import org.copyflow.formats.html.stated.StatedPicture;
import org.jspecify.annotations.Nullable;

/// Finds the picture at the head of an article: the first that the page states and that is no emblem, else the first
/// that its body shows. What any statement says of the same picture is put together. Stateless; it loads nothing.
public final class LeadImages {

    private final PageOutline outline;
    private final String base;

    private record Candidate(PictureAddress address, StatedPicture said) {}

    /// @param base what relative addresses start from; empty where that is not known
    public LeadImages(PageOutline outline, String base) {
        this.outline = outline;
        this.base = base;
    }

    /// Null where the page neither states nor shows one.
    ///
    /// @param stated what the page states, most trusted first
    /// @param body the article's blocks
    public @Nullable Fact<LeadImage> find(List<StatedPicture> stated, List<PageBlock> body) {
        var candidates = new ArrayList<Candidate>();
        stated.forEach(picture -> add(candidates, picture));
        List<FactElements.Noted> shown = outline.facts().pictures();
        if (candidates.isEmpty()) {
            firstShown(shown, body, candidates);
        }
        return candidates.isEmpty() ? null : merged(candidates, shown);
    }

    private void add(List<Candidate> candidates, StatedPicture picture) {
        PictureAddress address = PictureAddress.of(picture.address(), base);
        if (address != null && !address.isEmblem()) {
            candidates.add(new Candidate(address, picture));
        }
    }

    /// The first picture after the headline and before the body's end.
    private void firstShown(List<FactElements.Noted> shown, List<PageBlock> body, List<Candidate> candidates) {
        if (body.isEmpty()) {
            return;
        }
        List<PageBlock> blocks = outline.blocks();
        int last = blocks.indexOf(body.getLast());
        int headline = headline(blocks.indexOf(body.getFirst()));
        for (int i = 0; i < shown.size() && candidates.isEmpty(); i++) {
            FactElements.Noted noted = shown.get(i);
            if (noted.block() >= headline && noted.block() <= last && PagePictures.isOfArticle(noted)) {
                add(candidates, PagePictures.read(noted.element()));
            }
        }
    }

    /// The heading of the first or second level before the body; the body's first block where there is none.
    private int headline(int first) {
        for (int i = first; i >= 0; i--) {
            if (outline.blocks().get(i).box().kind().isHeading()) {
                return i;
            }
        }
        return first;
    }

    private Fact<LeadImage> merged(List<Candidate> candidates, List<FactElements.Noted> shown) {
        Candidate lead = candidates.getFirst();
        var same = new ArrayList<StatedPicture>();
        candidates.stream()
                .filter(candidate -> candidate.address().shows(lead.address()))
                .forEach(candidate -> same.add(candidate.said()));
        String mark = lead.address().mark();
        for (FactElements.Noted noted : shown) {
            String said = PagePictures.address(noted.element().attributes());
            PictureAddress address = PictureAddress.mayHold(said, mark) ? PictureAddress.of(said, base) : null;
            if (address != null && address.shows(lead.address())) {
                same.add(PagePictures.read(noted.element()));
                break;
            }
        }
        return new Fact<>(image(lead, same), lead.said().signal());
    }

    /// A size is that of the address; the rest may be said anywhere of the same picture.
    private static LeadImage image(Candidate lead, List<StatedPicture> same) {
        String alt = null;
        String caption = null;
        String credit = null;
        for (StatedPicture said : same) {
            alt = alt == null ? said.alt() : alt;
            caption = caption == null ? said.caption() : caption;
            credit = credit == null ? said.credit() : credit;
        }
        StatedPicture own = lead.said();
        return new LeadImage(lead.address().url(), alt, caption, credit, own.width(), own.height());
    }
}
