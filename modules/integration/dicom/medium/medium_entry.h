#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace simiao::dicom {

struct DatasetFile;

/// What the directory of a medium says of one object: explicit VR little endian, in the character set of the object.
struct MediumEntry
{
    /// A record above the object, shared with others of the same key.
    struct Level
    {
        QByteArray key;
        QByteArray record;
    };

    Level patient;
    Level study;
    Level series;
    // The object's own record: its type, then where its file lies, then the rest.
    QByteArray type;
    QByteArray references;
    QByteArray values;
};

/// Nothing for kinds without a record (objectRecord).
std::optional<MediumEntry> mediumEntryOf(const DatasetFile &file);
/// The same of the file at `path`. As openDataset. Blocks. \thread any
Result<std::optional<MediumEntry>> mediumEntryOf(const QString &path);

} // namespace simiao::dicom
