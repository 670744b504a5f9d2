#pragma once

#include <QString>

namespace simiao::dicom {

/// At most 64 characters, numbers without leading zeros between single dots (PS3.5 9.1).
bool isUid(const QString &text);

/// A UID that belongs to `root` and `part` for ever: 2.25 and a name-based UUID (PS3.5 B.2).
QString derivedUid(const QString &root, const QString &part);

} // namespace simiao::dicom
