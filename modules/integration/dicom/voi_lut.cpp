#include "integration/dicom/voi_lut.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/functional_groups.h"
#include "integration/dicom/lut_items.h"
#include "integration/dicom/text.h"

#include <QStringList>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cmath>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using imaging::VoiFunction;

namespace {

/// More are a mistake or an attack.
constexpr int kMostTables = 32;
constexpr std::size_t kMostWindows = 256;

VoiFunction voiFunction(DcmItem &item)
{
    const QString name = code(item, DCM_VOILUTFunction);
    if (name == u"SIGMOID"_s)
        return VoiFunction::Sigmoid;
    return name == u"LINEAR_EXACT"_s ? VoiFunction::LinearExact : VoiFunction::Linear;
}

} // namespace

std::vector<imaging::VoiWindow> voiWindows(DcmItem &dataset, int frameIndex)
{
    auto &item = functionalGroup(dataset, frameIndex, DCM_FrameVOILUTSequence);
    const auto centers = numbers(item, DCM_WindowCenter);
    const auto widths = numbers(item, DCM_WindowWidth);
    const auto explanations = DatasetText(dataset).of(item, DCM_WindowCenterWidthExplanation).split(u'\\');

    std::vector<imaging::VoiWindow> result;
    for (std::size_t i = 0; i < std::min({centers.size(), widths.size(), kMostWindows}); ++i)
        result.push_back({.center = centers[i],
                          .width = widths[i],
                          .function = voiFunction(item),
                          .explanation = explanations.value(static_cast<qsizetype>(i)).trimmed()});
    return result;
}

std::vector<imaging::VoiTable> voiTables(DcmItem &dataset, int frameIndex, bool isSigned)
{
    auto &group = functionalGroup(dataset, frameIndex, DCM_FrameVOILUTSequence);
    std::vector<imaging::VoiTable> result;
    for (int i = 0; i < kMostTables; ++i) {
        auto *item = sequenceItem(group, DCM_VOILUTSequence, i);
        if (item == nullptr)
            break;
        auto described = describedTable(*item, DCM_LUTDescriptor, DCM_LUTData, isSigned);
        if (!described)
            continue;
        result.push_back({.table = std::move(described->table),
                          .white = std::exp2(described->bits) - 1,
                          .explanation = DatasetText(dataset).of(*item, DCM_LUTExplanation)});
    }
    return result;
}

std::optional<imaging::Defect> voiTableDefect(DcmItem &dataset, int frameIndex)
{
    auto &group = functionalGroup(dataset, frameIndex, DCM_FrameVOILUTSequence);
    for (int i = 0; i < kMostTables; ++i) {
        auto *item = sequenceItem(group, DCM_VOILUTSequence, i);
        if (item == nullptr)
            break;
        if (auto defect = tableDefect(*item, u"(0028,3010)"_s))
            return defect;
    }
    return std::nullopt;
}

} // namespace simiao::dicom
