#include "integration/dicom/confidentiality/identifying_values.h"

#include "integration/dicom/text.h"

#include <QRegularExpression>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// Who, which number, where, which device. Dates and descriptions are not among them: they are words that stand everywhere.
constexpr std::array<std::uint32_t, 37> kIdentifying{
    0x00080050, // AccessionNumber
    0x00080080, // InstitutionName
    0x00080081, // InstitutionAddress
    0x00080090, // ReferringPhysicianName
    0x00080092, // ReferringPhysicianAddress
    0x00080094, // ReferringPhysicianTelephoneNumbers
    0x0008009C, // ConsultingPhysicianName
    0x00081010, // StationName
    0x00081040, // InstitutionalDepartmentName
    0x00081048, // PhysiciansOfRecord
    0x00081050, // PerformingPhysicianName
    0x00081060, // NameOfPhysiciansReadingStudy
    0x00081070, // OperatorsName
    0x00100010, // PatientName
    0x00100020, // PatientID
    0x00100021, // IssuerOfPatientID
    0x00101000, // OtherPatientIDs
    0x00101001, // OtherPatientNames
    0x00101005, // PatientBirthName
    0x00101040, // PatientAddress
    0x00101060, // PatientMotherBirthName
    0x00101090, // MedicalRecordLocator
    0x00102154, // PatientTelephoneNumbers
    0x00102155, // PatientTelecomInformation
    0x00102297, // ResponsiblePerson
    0x00102299, // ResponsibleOrganization
    0x00181000, // DeviceSerialNumber
    0x00321032, // RequestingPhysician
    0x00380010, // AdmissionID
    0x00400006, // ScheduledPerformingPhysicianName
    0x00400242, // PerformedStationName
    0x00401101, // PersonIdentificationCodeSequence
    0x00402016, // PlacerOrderNumberImagingServiceRequest
    0x00402017, // FillerOrderNumberImagingServiceRequest
    0x0040A075, // VerifyingObserverName
    0x0040A123, // PersonName
    0x00700084, // ContentCreatorName
};

constexpr qsizetype kShortest = 3;      // letters; "CT" and "Li" stand in every text
constexpr qsizetype kShortestBytes = 8; // by chance once in 2^64 places of a picture

bool isIdentifying(const DcmTagKey &tag)
{
    return std::ranges::binary_search(kIdentifying, std::uint32_t{tag.getGroup()} << 16 | tag.getElement());
}

/// A name as a whole, its groups and its components; "Wang^Xiaoming" is also found as "Xiaoming Wang".
QStringList partsOfName(const QString &value)
{
    static const QRegularExpression separators(u"[\\\\^=,;\\s]+"_s);
    QStringList parts = value.split(separators, Qt::SkipEmptyParts);
    for (const auto &group : value.split(u'=', Qt::SkipEmptyParts))
        parts.append(QString(group).remove(u'^'));
    return parts;
}

/// Only names are taken apart: the words of a hospital's name stand in many texts.
QStringList partsOf(const QString &value, bool isName)
{
    const auto values = value.split(u'\\', Qt::SkipEmptyParts);
    return isName ? values + partsOfName(value) : values;
}

bool isTelling(const QString &part)
{
    const bool isChinese = std::ranges::any_of(part, [](QChar c) { return c.unicode() >= 0x2E80; });
    return part.size() >= (isChinese ? 2 : kShortest);
}

} // namespace

IdentifyingValues::IdentifyingValues(DcmItem &dataset)
{
    collect(dataset, dataset);
}

void IdentifyingValues::collect(DcmItem &item, DcmItem &dataset)
{
    const DatasetText text(dataset);
    for (unsigned long i = 0; i < item.card(); ++i) {
        auto *element = item.getElement(i);
        if (auto *sequence = dynamic_cast<DcmSequenceOfItems *>(element)) {
            for (unsigned long n = 0; n < sequence->card(); ++n)
                collect(*sequence->getItem(n), dataset);
            continue;
        }
        if (!isIdentifying(element->getTag()))
            continue;
        for (const auto &part : partsOf(text.of(item, element->getTag()), element->ident() == EVR_PN)) {
            if (isTelling(part.trimmed()))
                m_texts.insert(part.trimmed().toLower());
        }
        const char *raw = nullptr;
        if (item.findAndGetString(element->getTag(), raw).good() && raw) {
            const auto bytes = QByteArray(raw).trimmed();
            if (bytes.size() >= kShortestBytes)
                m_bytes.insert(bytes);
        }
    }
}

bool IdentifyingValues::areIn(const QString &text) const
{
    const QString lower = text.toLower();
    return std::ranges::any_of(m_texts, [&](const QString &value) { return lower.contains(value); });
}

bool IdentifyingValues::areInBytes(QByteArrayView bytes) const
{
    return std::ranges::any_of(m_bytes, [&](const QByteArray &value) { return bytes.contains(value); });
}

} // namespace simiao::dicom
