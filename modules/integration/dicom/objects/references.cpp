#include "integration/dicom/objects/references.h"

#include "integration/dicom/attributes.h"

#include <QStringList>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

namespace {

constexpr std::size_t kMostFrames = 65'536;

std::vector<int> framesOf(DcmItem &item)
{
    std::vector<int> frames;
    DcmElement *element = nullptr;
    if (item.findAndGetElement(DCM_ReferencedFrameNumber, element).bad())
        return frames;
    OFString all;
    if (element->getOFStringArray(all).bad())
        return frames;
    for (const auto &part : QString::fromLatin1(all.c_str()).split(u'\\', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int frame = part.trimmed().toInt(&isNumber);
        // An unreadable list names no frame: it must not become "all frames".
        frames.push_back(isNumber ? frame - 1 : -1);
        if (frames.size() == kMostFrames)
            break;
    }
    return frames;
}

} // namespace

std::vector<DcmItem *> itemsOf(DcmItem &item, const DcmTagKey &sequence, std::size_t most)
{
    std::vector<DcmItem *> items;
    DcmSequenceOfItems *found = nullptr;
    if (item.findAndGetSequence(sequence, found).bad() || found == nullptr)
        return items;
    // A list: asking for item i would begin at the first each time.
    DcmObject *next = nullptr;
    while ((next = found->nextInContainer(next)) != nullptr && items.size() < most) {
        if (auto *one = dynamic_cast<DcmItem *>(next))
            items.push_back(one);
    }
    return items;
}

imaging::ReferencedImage referencedImage(DcmItem &item)
{
    return {.seriesInstanceUid = {},
            .sopClassUid = code(item, DCM_ReferencedSOPClassUID),
            .sopInstanceUid = code(item, DCM_ReferencedSOPInstanceUID),
            .frames = framesOf(item)};
}

std::vector<imaging::ReferencedImage> referencedImages(DcmItem &item, const DcmTagKey &sequence)
{
    std::vector<imaging::ReferencedImage> images;
    for (auto *one : itemsOf(item, sequence, kMostImages))
        images.push_back(referencedImage(*one));
    return images;
}

std::vector<imaging::ReferencedImage> imagesOfSeries(DcmItem &dataset)
{
    std::vector<imaging::ReferencedImage> all;
    for (auto *series : itemsOf(dataset, DCM_ReferencedSeriesSequence)) {
        for (auto &image : referencedImages(*series, DCM_ReferencedImageSequence)) {
            if (all.size() == kMostImages)
                return all;
            image.seriesInstanceUid = code(*series, DCM_SeriesInstanceUID);
            all.push_back(std::move(image));
        }
    }
    return all;
}

} // namespace simiao::dicom
