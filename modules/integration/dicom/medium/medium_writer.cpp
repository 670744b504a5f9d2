#include "integration/dicom/medium/medium_writer.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/confidentiality/object_file.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/medium/object_record.h"

#include <QtEndian>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kItemHeader = 8;
constexpr quint16 kInUse = 0xFFFF;

template <typename T>
QByteArray little(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

/// Explicit VR little endian, for VRs with a short length.
QByteArray element(const DcmTagKey &tag, const char *vr, QByteArray value)
{
    if (value.size() % 2 == 1)
        value.append(qstrcmp(vr, "UI") == 0 ? '\0' : ' ');
    return little(tag.getGroup()) + little(tag.getElement()) + QByteArray(vr, 2)
        + little(static_cast<quint16>(value.size())) + value;
}

/// The bytes of an attribute as the file has them.
QByteArray raw(DcmItem &dataset, const DcmTagKey &tag)
{
    const char *value = nullptr;
    return dataset.findAndGetString(tag, value).good() && value ? QByteArray(value).trimmed() : QByteArray();
}

QByteArray copied(DcmItem &dataset, const DcmTagKey &tag, const char *vr, const QByteArray &otherwise = {})
{
    const auto value = raw(dataset, tag);
    return element(tag, vr, value.isEmpty() ? otherwise : value);
}

QByteArray recordOf(DcmItem &dataset,
                    const QByteArray &type,
                    const QByteArray &values,
                    const QByteArray &file = {})
{
    const auto set = raw(dataset, DCM_SpecificCharacterSet);
    return element(DCM_DirectoryRecordType, "CS", type) + file
        + (set.isEmpty() ? QByteArray() : element(DCM_SpecificCharacterSet, "CS", set)) + values;
}

QByteArray patientValues(DcmItem &dataset)
{
    // Type 1 in the directory, often empty in the images.
    return copied(dataset, DCM_PatientName, "PN") + copied(dataset, DCM_PatientID, "LO", "NONE");
}

QByteArray studyValues(DcmItem &dataset)
{
    return copied(dataset, DCM_StudyDate, "DA", "19000101") + copied(dataset, DCM_StudyTime, "TM", "000000")
        + copied(dataset, DCM_AccessionNumber, "SH") + copied(dataset, DCM_StudyDescription, "LO")
        + copied(dataset, DCM_StudyInstanceUID, "UI") + copied(dataset, DCM_StudyID, "SH", "1");
}

QByteArray seriesValues(DcmItem &dataset)
{
    return copied(dataset, DCM_Modality, "CS", "OT") + copied(dataset, DCM_SeriesInstanceUID, "UI")
        + copied(dataset, DCM_SeriesNumber, "IS", "1");
}

QByteArray fileValues(const DatasetFile &file, const QString &fileId)
{
    auto &dataset = file.dataset();
    const auto syntax =
        file.bytes.transferSyntax.isEmpty() ? u"1.2.840.10008.1.2"_s : file.bytes.transferSyntax;
    return element(DCM_ReferencedFileID, "CS", fileId.toLatin1().replace('/', '\\'))
        + element(DCM_ReferencedSOPClassUIDInFile, "UI", raw(dataset, DCM_SOPClassUID))
        + element(DCM_ReferencedSOPInstanceUIDInFile, "UI", raw(dataset, DCM_SOPInstanceUID))
        + element(DCM_ReferencedTransferSyntaxUIDInFile, "UI", syntax.toLatin1());
}

QByteArray links(quint32 next, quint32 lower)
{
    return element(DCM_OffsetOfTheNextDirectoryRecord, "UL", little(next))
        + element(DCM_RecordInUseFlag, "US", little(kInUse))
        + element(DCM_OffsetOfReferencedLowerLevelDirectoryEntity, "UL", little(lower));
}

} // namespace

/// A record with its place in the file.
struct MediumWriter::Placed
{
    const QByteArray *values = nullptr;
    quint32 at = 0;
    quint32 next = 0;
    quint32 lower = 0;
};

MediumWriter::Record &MediumWriter::childOf(std::vector<Record> &siblings,
                                            const QByteArray &key,
                                            const QByteArray &values)
{
    const auto found = std::ranges::find(siblings, key, &Record::key);
    if (found != siblings.end())
        return *found;
    siblings.push_back({key, values, {}});
    return siblings.back();
}

void MediumWriter::add(const DatasetFile &file, const QString &fileId)
{
    const auto record = objectRecord(file);
    if (!record)
        return;
    auto &dataset = file.dataset();
    const auto patient = patientValues(dataset);
    auto &ofPatient = childOf(m_patients, patient, recordOf(dataset, "PATIENT", patient));
    auto &ofStudy = childOf(ofPatient.children, raw(dataset, DCM_StudyInstanceUID),
                            recordOf(dataset, "STUDY", studyValues(dataset)));
    auto &ofSeries = childOf(ofStudy.children, raw(dataset, DCM_SeriesInstanceUID),
                             recordOf(dataset, "SERIES", seriesValues(dataset)));
    ofSeries.children.push_back(
        {fileId.toLatin1(), recordOf(dataset, record->type, record->values, fileValues(file, fileId)), {}});
}

/// Each record, then what is below it.
void MediumWriter::place(const std::vector<Record> &siblings, qint64 &at, std::vector<Placed> &placed)
{
    const auto linkBytes = links(0, 0).size();
    std::size_t previous = 0;
    for (std::size_t i = 0; i < siblings.size(); ++i) {
        const auto here = placed.size();
        placed.push_back(
            {.values = &siblings[i].values, .at = static_cast<quint32>(at), .next = 0, .lower = 0});
        if (i > 0)
            placed[previous].next = static_cast<quint32>(at);
        previous = here;
        at += kItemHeader + linkBytes + siblings[i].values.size();
        if (!siblings[i].children.empty())
            placed[here].lower = static_cast<quint32>(at);
        place(siblings[i].children, at, placed);
    }
}

QByteArray MediumWriter::directory(const QString &instanceUid) const
{
    const auto head =
        fileMeta(QString::fromLatin1(UID_MediaStorageDirectoryStorage), instanceUid, u"1.2.840.10008.1.2.1"_s)
        + element(DCM_FileSetID, "CS", "SIMIAO");
    const auto roots = [](quint32 first, quint32 last) {
        return element(DCM_OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity, "UL", little(first))
            + element(DCM_OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity, "UL", little(last))
            + element(DCM_FileSetConsistencyFlag, "US", little(quint16{0}));
    };
    constexpr qint64 kSequenceHeader = 12;
    const qint64 start = head.size() + roots(0, 0).size() + kSequenceHeader;
    qint64 end = start;
    std::vector<Placed> placed;
    place(m_patients, end, placed);

    quint32 lastRoot = placed.empty() ? 0 : placed.front().at;
    for (const auto &record : placed) {
        if (record.at == lastRoot && record.next != 0)
            lastRoot = record.next;
    }
    QByteArray file = head + roots(placed.empty() ? 0 : placed.front().at, lastRoot)
        + little(DCM_DirectoryRecordSequence.getGroup()) + little(DCM_DirectoryRecordSequence.getElement())
        + QByteArray("SQ\0\0", 4) + little(static_cast<quint32>(end - start));
    for (const auto &record : placed) {
        const auto content = links(record.next, record.lower) + *record.values;
        file += QByteArray("\xFE\xFF\x00\xE0", 4) + little(static_cast<quint32>(content.size())) + content;
    }
    return file;
}

} // namespace simiao::dicom
