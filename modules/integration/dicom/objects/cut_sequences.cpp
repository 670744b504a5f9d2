#include "integration/dicom/objects/cut_sequences.h"

#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

namespace {

QString cutIn(DcmSequenceOfItems &sequence, std::span<const SequenceLimit> limits)
{
    const DcmTagKey tag = sequence.getTag().getXTag();
    const auto limit = std::ranges::find(limits, tag, &SequenceLimit::sequence);
    if (limit != limits.end() && sequence.card() > limit->most)
        return QStringLiteral("%1: %2 of %3 items")
            .arg(QString::fromLatin1(tag.toString().c_str()))
            .arg(limit->most)
            .arg(sequence.card());
    DcmObject *next = nullptr;
    while ((next = sequence.nextInContainer(next)) != nullptr) {
        auto *item = dynamic_cast<DcmItem *>(next);
        if (auto found = item ? cutSequence(*item, limits) : QString(); !found.isEmpty())
            return found;
    }
    return {};
}

} // namespace

QString cutSequence(DcmItem &dataset, std::span<const SequenceLimit> limits)
{
    DcmObject *next = nullptr;
    while ((next = dataset.nextInContainer(next)) != nullptr) {
        auto *sequence = dynamic_cast<DcmSequenceOfItems *>(next);
        if (auto found = sequence ? cutIn(*sequence, limits) : QString(); !found.isEmpty())
            return found;
    }
    return {};
}

} // namespace simiao::dicom
