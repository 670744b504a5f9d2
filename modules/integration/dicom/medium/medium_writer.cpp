#include "integration/dicom/medium/medium_writer.h"

#include "integration/dicom/confidentiality/object_file.h"
#include "integration/dicom/medium/record_element.h"

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

QByteArray links(quint32 next, quint32 lower)
{
    return recordElement(DCM_OffsetOfTheNextDirectoryRecord, "UL", little(next))
        + recordElement(DCM_RecordInUseFlag, "US", little(kInUse))
        + recordElement(DCM_OffsetOfReferencedLowerLevelDirectoryEntity, "UL", little(lower));
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

MediumWriter::Record &MediumWriter::childOf(std::vector<Record> &siblings, const MediumEntry::Level &level)
{
    const auto found = std::ranges::find(siblings, level.key, &Record::key);
    if (found != siblings.end())
        return *found;
    siblings.push_back({level.key, level.record, {}});
    return siblings.back();
}

void MediumWriter::add(const MediumEntry &entry, const QString &fileId)
{
    auto &ofPatient = childOf(m_patients, entry.patient);
    auto &ofStudy = childOf(ofPatient.children, entry.study);
    auto &ofSeries = childOf(ofStudy.children, entry.series);
    const auto place = recordElement(DCM_ReferencedFileID, "CS", fileId.toLatin1().replace('/', '\\'));
    ofSeries.children.push_back(
        {fileId.toLatin1(),
         recordElement(DCM_DirectoryRecordType, "CS", entry.type) + place + entry.references + entry.values,
         {}});
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
        + recordElement(DCM_FileSetID, "CS", "SIMIAO");
    const auto roots = [](quint32 first, quint32 last) {
        return recordElement(DCM_OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity, "UL", little(first))
            + recordElement(DCM_OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity, "UL", little(last))
            + recordElement(DCM_FileSetConsistencyFlag, "US", little(quint16{0}));
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
