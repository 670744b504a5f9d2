#pragma once

#include <QByteArray>

#include <optional>

namespace simiao::dicom {

struct DatasetFile;

/// What the directory of a medium says of an object beside its patient, study, series and file (PS3.3 F.5).
struct ObjectRecord
{
    QByteArray type;   ///< "IMAGE", "SR DOCUMENT" …
    QByteArray values; ///< explicit VR little endian, in the character set of the object
};

/// By its kind; nothing for kinds that have no record below a series: palettes, directories, and what nobody knows.
std::optional<ObjectRecord> objectRecord(const DatasetFile &file);

} // namespace simiao::dicom
