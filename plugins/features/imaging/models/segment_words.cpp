#include "imaging/models/segment_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace simiao::viewer {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::Segments)
};

/// Without a word for what it is: "3: Liver".
QString shortText(const imaging::Segment &segment)
{
    return segment.label.isEmpty() ? QString::number(segment.number)
                                   : Words::tr("%1: %2", "number and name of a segment")
                                         .arg(QString::number(segment.number), segment.label);
}

} // namespace

QString segmentText(const imaging::Segment &segment)
{
    return Words::tr("Segment %1", "number and name").arg(shortText(segment));
}

QStringList segmentLines(const std::optional<imaging::Segmentation> &segmentation)
{
    constexpr std::size_t kMost = 5; // rows of a corner
    if (!segmentation)
        return {};
    QStringList lines;
    const auto &all = segmentation->segments;
    for (std::size_t i = 0; i < std::min(all.size(), kMost); ++i)
        lines.append(segmentText(all[i]));
    if (all.size() > kMost)
        lines.append(Words::tr("and %n more segments", nullptr, static_cast<int>(all.size() - kMost)));
    return lines;
}

QString segmentAt(const imaging::Segmentation &segmentation, double value)
{
    if (segmentation.isLabelMap) {
        const auto number = static_cast<int>(std::lround(value));
        const auto *segment = segmentation.of(number);
        if (segment)
            return segmentText(*segment);
        return number == 0 ? Words::tr("No segment")
                           : Words::tr("Segment %1, which the file does not name").arg(number);
    }
    if (segmentation.segments.empty())
        return {};
    const auto &segment = segmentation.segments.front();
    return value > 0 ? segmentText(segment)
                     : Words::tr("Outside segment %1", "number and name").arg(shortText(segment));
}

} // namespace simiao::viewer
