#include "storage/maintenance/verify_export.h"

#include "core/hash.h"
#include "core/try.h"
#include "storage/maintenance/line_file.h"

#include <QCryptographicHash>
#include <QDir>

namespace simiao::storage {

namespace {

bool isLine(LineFileReader &lines, LineFileReader &hashes)
{
    return lines.next() && hashes.next() && sha256(lines.line()).toHex() == hashes.line();
}

/// The first line that is not what its hash says, counted from 1; 0 where nothing tells.
qint64 firstChangedLine(const QString &folder, const QString &name)
{
    LineFileReader lines(folder, name);
    LineFileReader hashes(folder, lineHashesOf(name));
    if (!lines.open() || !hashes.open())
        return 0;
    qint64 number = 1;
    while (isLine(lines, hashes))
        ++number;
    return number;
}

Error changed(const QString &folder, const QString &name)
{
    const qint64 line = firstChangedLine(folder, name);
    const QString place = line > 0 ? QStringLiteral("%1:%2").arg(name).arg(line) : name;
    return {ErrorKind::Corrupt, QStringLiteral("export.changed"), place};
}

Result<void> verifyFile(const QString &folder, const ExportedFile &expected)
{
    QFile file(QDir(folder).filePath(expected.path));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, QStringLiteral("export.file-missing"), expected.path};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const bool isRead = hash.addData(&file);
    if (isRead && file.size() == expected.bytes && hash.result() == expected.sha256)
        return ok();
    return changed(folder, expected.path);
}

} // namespace

Result<void> verifyFiles(const QString &folder, const ExportManifest &manifest)
{
    for (const auto &file : manifest.files) {
        TRY_VOID(verifyFile(folder, file));
    }
    return ok();
}

} // namespace simiao::storage
