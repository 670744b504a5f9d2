#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <span>

namespace simiao::dicomweb {

/// What a DICOM file says of itself.
struct ObjectIdentity
{
    QString sopClassUid;
    QString sopInstanceUid;
    QString transferSyntaxUid;
    QString studyInstanceUid;  ///< empty where the data set cannot be looked into without unpacking it
    QString seriesInstanceUid; ///< as above

    bool operator==(const ObjectIdentity &) const = default;
};

/// Reads a file, or the front of one, as far as the UIDs of its series: preamble, file meta information (PS3.10 7.1), data set.
/// \returns Corrupt `archive.object`: no DICOM file; meta information that is cut or lacks a UID; a data set that names another
///          instance than its meta information. Which of them stands in `detail`
Result<ObjectIdentity> identify(std::span<const char> file);

} // namespace simiao::dicomweb
