#pragma once

#include "integration/dicom/confidentiality/confidentiality_profile.h"
#include "integration/dicom/confidentiality/identifying_values.h"
#include "integration/dicom/confidentiality/substitutes.h"
#include "integration/dicom/object_kind.h"

#include <QStringList>

#include <vector>

class DcmElement;
class DcmItem;
class DcmTagKey;

namespace simiao::dicom {

/// Takes everything out of a data set that could say whose it is, by the profile and beyond it: private attributes, those that nobody
/// knows, overlays, curves, UIDs that no standard defines, and texts that contain a name or number of this very object.
class AttributeCleaner
{
public:
    /// All outlive the cleaner.
    /// \param kind            whose content was cleaned already and stays; long texts of what is no image go, the table knows few
    /// \param keepsIntervals  dates are moved by the same number of days instead of being taken away
    AttributeCleaner(ObjectKind kind,
                     const ConfidentialityProfile &profile,
                     const Substitutes &substitutes,
                     const IdentifyingValues &identifying,
                     bool keepsIntervals);

    void clean(DcmItem &dataset);
    /// Attributes outside of the table that named somebody and were emptied: "(0018,1030)".
    const QStringList &namedElsewhere() const { return m_namedElsewhere; }

private:
    void cleanItem(DcmItem &item);
    void cleanElement(DcmItem &item, DcmElement &element);
    CleanAction actionFor(DcmElement &element) const;
    bool isContent(const DcmTagKey &tag) const;
    bool isUnjudged(DcmElement &element) const;
    bool shiftDates(DcmItem &item, DcmElement &element) const;
    void replaceUids(DcmItem &item, DcmElement &element) const;
    void putDummy(DcmItem &item, DcmElement &element) const;
    bool isNamedIn(DcmItem &item, DcmElement &element) const;

    ObjectKind m_kind;
    const ConfidentialityProfile &m_profile;
    const Substitutes &m_substitutes;
    const IdentifyingValues &m_identifying;
    bool m_keepsIntervals;
    DcmItem *m_dataset = nullptr;
    QString m_patientId;
    QStringList m_namedElsewhere;
    std::vector<quint32> m_path; ///< sequences around the element in hand, group and element
};

} // namespace simiao::dicom
