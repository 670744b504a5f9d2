#pragma once

#include <QString>

namespace simiao::dicom {

/// At most 64 characters, numbers without leading zeros between single dots (PS3.5 9.1).
bool isUid(const QString &text);

/// What stands for a UID in the data of some devices and research exports, and tells objects apart as well: up to 64 letters, digits, dots,
/// hyphens and underscores. It may stand in a path of a URL.
bool isUsableUid(const QString &text);

/// A UID that belongs to `root` and `part` for ever: 2.25 and a name-based UUID (PS3.5 B.2).
QString derivedUid(const QString &root, const QString &part);

/// 2.25 and the number that a UUID is (PS3.5 B.2); empty when `uuid` is none.
QString uidOfUuid(const QString &uuid);
/// The inverse; empty when `uid` is no such UID.
QString uuidOfUid(const QString &uid);

} // namespace simiao::dicom
