#include "integration/dicom/objects/unapplied_parts.h"

#include "imaging/presentation/presentation_state.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/objects/references.h"

#include <QSet>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using imaging::PresentationState;

namespace {

const DcmTagKey kCompoundGraphics(0x0070, 0x0209);
const DcmTagKey kCompoundNumber(0x0070,
                                0x0226); ///< ties a compound graphic to the simple ones that stand for it

QSet<int> numbersIn(DcmItem &annotation)
{
    QSet<int> numbers;
    for (const auto &sequence : {DCM_GraphicObjectSequence, DCM_TextObjectSequence}) {
        for (auto *item : itemsOf(annotation, sequence)) {
            if (const auto number = integer(*item, kCompoundNumber))
                numbers.insert(*number);
        }
    }
    return numbers;
}

/// Whoever writes a compound graphic writes simple ones for readers that know no others (PS3.3 C.10.5); not all do.
bool hasCompoundAlone(DcmItem &dataset)
{
    return std::ranges::any_of(itemsOf(dataset, DCM_GraphicAnnotationSequence), [](DcmItem *annotation) {
        const auto drawn = numbersIn(*annotation);
        return std::ranges::any_of(itemsOf(*annotation, kCompoundGraphics), [&drawn](DcmItem *compound) {
            const auto number = integer(*compound, kCompoundNumber);
            return !number || !drawn.contains(*number);
        });
    });
}

bool subtracts(DcmItem &dataset)
{
    return !itemsOf(dataset, DCM_MaskSubtractionSequence).empty()
        || code(dataset, DCM_RecommendedViewingMode) == u"SUB"_s;
}

/// Retired, and still in old archives.
bool hasCurve(DcmItem &dataset)
{
    for (Uint16 group = 0x5000; group <= 0x501E; group = static_cast<Uint16>(group + 2)) {
        if (dataset.tagExistsWithValue(DcmTagKey(group, 0x1001)))
            return true;
    }
    return false;
}

/// One of the shapes that the state names could not be read.
bool hasLostShutter(DcmItem &dataset, const imaging::PresentationShutter &shutter)
{
    for (unsigned long i = 0; i < 4; ++i) {
        const auto shape = code(dataset, DCM_ShutterShape, i);
        const bool isLost = (shape == u"RECTANGULAR"_s && !shutter.shapes.rectangle)
            || (shape == u"CIRCULAR"_s && !shutter.shapes.circle)
            || (shape == u"POLYGONAL"_s && shutter.shapes.polygon.empty())
            || (shape == u"BITMAP"_s && !shutter.bitmap);
        if (isLost)
            return true;
    }
    return false;
}

bool hasLostVoi(const PresentationState &state)
{
    return std::ranges::any_of(state.voi, [](const auto &voi) {
        return voi.value.tables.empty()
            && std::ranges::none_of(voi.value.windows, &imaging::VoiWindow::isUsable);
    });
}

} // namespace

std::vector<imaging::Defect> unappliedParts(DcmItem &dataset, const PresentationState &state)
{
    std::vector<imaging::Defect> defects;
    const auto addIf = [&defects](bool isMissing, const QString &attribute) {
        if (isMissing)
            defects.push_back({u"presentation.not-applied"_s, attribute});
    };
    const auto has = [&dataset](const DcmTagKey &sequence) { return !itemsOf(dataset, sequence).empty(); };
    addIf(subtracts(dataset), u"(0028,6100)"_s);
    addIf(has(DCM_ModalityLUTSequence) && !state.modality.table, u"(0028,3000)"_s);
    addIf(hasLostVoi(state), u"(0028,3110)"_s);
    addIf(has(DCM_PresentationLUTSequence) && !state.presentationTable, u"(2050,0010)"_s);
    addIf(hasLostShutter(dataset, state.shutter), u"(0018,1600)"_s);
    addIf(hasCurve(dataset), u"(50xx,1001)"_s);
    addIf(hasCompoundAlone(dataset), u"(0070,0209)"_s);
    return defects;
}

} // namespace simiao::dicom
