#pragma once

#include "storage/maintenance/export_manifest.h"

namespace simiao::storage {

class Connection;

/// Every file or folder that a stored study is read from.
Result<QStringList> imagePlaces(Connection &connection);

/// Whether `place` is one of `folders` or below one.
bool isBelowAny(const QString &place, const QStringList &folders);

/// Copies every file below `from`, which may be missing, to images/ of an export; each is on the device when it returns.
Result<std::vector<ExportedFile>> exportImages(const QString &from, const QString &folder);

/// Copies the images of an export to `to`, which is made; each is compared with the manifest while it is copied.
/// \returns how many files; Corrupt `export.changed` with the file
Result<qint64> importImages(const QString &folder, const ExportManifest &manifest, const QString &to);

} // namespace simiao::storage
