#include "integration/dicom/confidentiality/picture_notices.h"

#include "integration/dicom/attributes.h"

#include <QSet>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// Modalities whose devices write the patient's name into the picture.
bool writesIntoPictures(const QString &modality)
{
    static const QSet<QString> modalities{u"US"_s, u"ES"_s, u"XC"_s, u"OT"_s, u"SC"_s,
                                          u"GM"_s, u"OP"_s, u"RF"_s, u"XA"_s, u"IVUS"_s};
    return modalities.contains(modality);
}

/// A picture that was made of others or of a screen: a dose page, a view of a volume, a scanned sheet, whatever device the series is of.
bool isSecondaryCapture(DcmItem &dataset)
{
    constexpr QLatin1StringView kSecondaryCapture("1.2.840.10008.5.1.4.1.1.7");
    const auto sopClass = code(dataset, DCM_SOPClassUID);
    return sopClass == kSecondaryCapture || sopClass.startsWith(kSecondaryCapture + u'.')
        || code(dataset, DCM_ImageType, 1) == "SECONDARY"_L1 || !code(dataset, DCM_ConversionType).isEmpty();
}

/// The groups of drawings that lie in the pixels (PS3.3 C.9.2, retired).
std::vector<quint16> overlaysInPixels(DcmItem &dataset)
{
    std::vector<quint16> groups;
    for (quint16 group = 0x6000; group <= 0x601E; group = static_cast<quint16>(group + 2)) {
        const DcmTagKey bits(group, 0x0100);
        const DcmTagKey data(group, 0x3000);
        if (dataset.tagExists(bits) && !dataset.tagExists(data))
            groups.push_back(group);
    }
    return groups;
}

} // namespace

bool hasOverlayInPicture(DcmItem &dataset)
{
    const int allocated = integer(dataset, DCM_BitsAllocated).value_or(16);
    const int stored = integer(dataset, DCM_BitsStored).value_or(allocated);
    const int high = integer(dataset, DCM_HighBit).value_or(stored - 1);
    return std::ranges::any_of(overlaysInPixels(dataset), [&](quint16 group) {
        const int position = integer(dataset, DcmTagKey(group, 0x0102)).value_or(high);
        return position <= high && position > high - stored;
    });
}

std::vector<imaging::Defect> pictureNotices(DcmItem &dataset, bool areClean, bool areRewritten)
{
    std::vector<imaging::Defect> notices;
    const auto burnedIn = code(dataset, DCM_BurnedInAnnotation);
    const auto modality = code(dataset, DCM_Modality);
    if (burnedIn == "YES"_L1 && !areClean)
        notices.push_back({u"deidentify.burned-in"_s, {}});
    else if (burnedIn != "NO"_L1 && !areClean
             && (writesIntoPictures(modality) || isSecondaryCapture(dataset)))
        notices.push_back({u"deidentify.burned-in-unknown"_s, modality});
    if (areRewritten ? hasOverlayInPicture(dataset) : !overlaysInPixels(dataset).empty())
        notices.push_back({u"deidentify.overlay-in-pixels"_s, {}});
    return notices;
}

} // namespace simiao::dicom
