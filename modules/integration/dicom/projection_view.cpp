#include "integration/dicom/projection_view.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/functional_groups.h"
#include "integration/dicom/text.h"

#include <QStringList>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// More modifiers than this are a mistake.
constexpr int kMostModifiers = 4;

struct BreastView
{
    const char *letters;
    const char *snomedCt;
    const char *snomedRt; ///< what devices wrote until 2020 and many still do
};

/// CID 4014 View for Mammography; the letters are those of View Position (PS3.3 C.8.11.7.1.3).
constexpr std::array<BreastView, 12> kBreastViews{{
    {"ML", "399260004", "R-10224"},
    {"MLO", "399368009", "R-10226"},
    {"LM", "399352003", "R-10228"},
    {"LMO", "399099002", "R-10230"},
    {"CC", "399162004", "R-10242"},
    {"FB", "399196006", "R-10244"},
    {"SIO", "399188001", "R-102D0"},
    {"ISO", "441555000", "R-40AAA"},
    {"XCCL", "399192008", "R-1024A"},
    {"XCCL", "399192008", "Y-X1770"},
    {"XCCM", "399101009", "R-1024B"},
    {"XCCM", "399101009", "Y-X1771"},
}};

QString breastLetters(const QString &code)
{
    const auto found = std::ranges::find_if(kBreastViews, [&code](const BreastView &view) {
        return code == QLatin1String(view.snomedCt) || code == QLatin1String(view.snomedRt);
    });
    return found == kBreastViews.end() ? QString() : QString::fromLatin1(found->letters);
}

QString meaningOf(DcmItem &dataset, DcmItem &item)
{
    return DatasetText(dataset).of(item, DCM_CodeMeaning);
}

QString viewOf(DcmItem &dataset, DcmItem *coded)
{
    const auto letters = coded ? breastLetters(code(*coded, DCM_CodeValue)) : QString();
    if (!letters.isEmpty())
        return letters;
    const auto position = code(dataset, DCM_ViewPosition);
    return position.isEmpty() && coded ? meaningOf(dataset, *coded) : position;
}

/// Magnified, spot compression, implant displaced: a view that is not the usual one.
QStringList modifiersOf(DcmItem &dataset, DcmItem *coded)
{
    QStringList meanings;
    for (int i = 0; coded && i < kMostModifiers; ++i) {
        auto *modifier = sequenceItem(*coded, DCM_ViewModifierCodeSequence, i);
        if (modifier == nullptr)
            break;
        meanings.append(meaningOf(dataset, *modifier));
    }
    meanings.removeAll(QString());
    return meanings;
}

} // namespace

QString lateralityOf(DcmItem &dataset, int frameIndex)
{
    auto &anatomy = functionalGroup(dataset, frameIndex, DCM_FrameAnatomySequence);
    const auto ofFrame = &anatomy == &dataset ? QString() : code(anatomy, DCM_FrameLaterality);
    if (!ofFrame.isEmpty())
        return ofFrame;
    const auto ofImage = code(dataset, DCM_ImageLaterality);
    return ofImage.isEmpty() ? code(dataset, DCM_Laterality) : ofImage;
}

QString projectionView(DcmItem &dataset)
{
    auto *coded = sequenceItem(dataset, DCM_ViewCodeSequence);
    const auto view = viewOf(dataset, coded);
    const auto modifiers = modifiersOf(dataset, coded);
    if (view.isEmpty() || modifiers.isEmpty())
        return view.isEmpty() ? modifiers.join(u", "_s) : view;
    return u"%1 (%2)"_s.arg(view, modifiers.join(u", "_s));
}

} // namespace simiao::dicom
