#include "integration/dicom/medium/medium_entry.h"

#include "core/try.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/medium/object_record.h"
#include "integration/dicom/medium/record_element.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// The bytes of an attribute as the file has them.
QByteArray raw(DcmItem &dataset, const DcmTagKey &tag)
{
    const char *value = nullptr;
    return dataset.findAndGetString(tag, value).good() && value ? QByteArray(value).trimmed() : QByteArray();
}

QByteArray copied(DcmItem &dataset, const DcmTagKey &tag, const char *vr, const QByteArray &otherwise = {})
{
    const auto value = raw(dataset, tag);
    return recordElement(tag, vr, value.isEmpty() ? otherwise : value);
}

/// With the character set that they are in.
QByteArray readable(DcmItem &dataset, const QByteArray &values)
{
    const auto set = raw(dataset, DCM_SpecificCharacterSet);
    return (set.isEmpty() ? QByteArray() : recordElement(DCM_SpecificCharacterSet, "CS", set)) + values;
}

QByteArray recordOf(DcmItem &dataset, const QByteArray &type, const QByteArray &values)
{
    return recordElement(DCM_DirectoryRecordType, "CS", type) + readable(dataset, values);
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

QByteArray references(const DatasetFile &file)
{
    auto &dataset = file.dataset();
    const auto syntax =
        file.bytes.transferSyntax.isEmpty() ? u"1.2.840.10008.1.2"_s : file.bytes.transferSyntax;
    return recordElement(DCM_ReferencedSOPClassUIDInFile, "UI", raw(dataset, DCM_SOPClassUID))
        + recordElement(DCM_ReferencedSOPInstanceUIDInFile, "UI", raw(dataset, DCM_SOPInstanceUID))
        + recordElement(DCM_ReferencedTransferSyntaxUIDInFile, "UI", syntax.toLatin1());
}

} // namespace

std::optional<MediumEntry> mediumEntryOf(const DatasetFile &file)
{
    const auto record = objectRecord(file);
    if (!record)
        return std::nullopt;
    auto &dataset = file.dataset();
    const auto patient = patientValues(dataset);
    return MediumEntry{
        .patient = {patient, recordOf(dataset, "PATIENT", patient)},
        .study = {raw(dataset, DCM_StudyInstanceUID), recordOf(dataset, "STUDY", studyValues(dataset))},
        .series = {raw(dataset, DCM_SeriesInstanceUID), recordOf(dataset, "SERIES", seriesValues(dataset))},
        .type = record->type,
        .references = references(file),
        .values = readable(dataset, record->values)};
}

Result<std::optional<MediumEntry>> mediumEntryOf(const QString &path)
{
    TRY(const auto file, openDataset(path));
    return mediumEntryOf(file);
}

} // namespace simiao::dicom
