#include "imaging/report/content_tree.h"

#include <algorithm>

namespace simiao::imaging {

const ContentItem *childOf(const ContentItem &item, const CodedConcept &name)
{
    const auto found = std::ranges::find_if(
        item.children, [&](const ContentItem &child) { return child.name.isSame(name); });
    return found == item.children.end() ? nullptr : &*found;
}

std::vector<ReferencedImage> keyImagesOf(const Report &keyObjects)
{
    std::vector<ReferencedImage> images;
    for (const auto &item : keyObjects.root.children) {
        if (item.type != ContentType::Image)
            continue;
        auto image = item.reference;
        const auto known =
            std::ranges::find(keyObjects.evidence, image.sopInstanceUid, &ReferencedImage::sopInstanceUid);
        if (known != keyObjects.evidence.end())
            image.seriesInstanceUid = known->seriesInstanceUid;
        images.push_back(std::move(image));
    }
    return images;
}

} // namespace simiao::imaging
