#pragma once

#include "core/disk.h"
#include "storage/maintenance/export_manifest.h"

#include <QCryptographicHash>
#include <QFile>

namespace simiao::storage {

/// Name of the file that holds the SHA-256 of each line of `name`, one a line.
QString lineHashesOf(const QString &name);

/// Writes one file front to back, buffered; counts and hashes what it writes. Mode 0600.
class HashedFile
{
public:
    /// \param name  below `folder`
    static Result<HashedFile> create(const QString &folder, const QString &name);

    Result<void> write(const QByteArray &bytes);
    /// On the device when it returns.
    Result<ExportedFile> finish();

private:
    HashedFile(std::unique_ptr<DiskFile> file, const QString &name);
    Result<void> flush();

    std::unique_ptr<DiskFile> m_file;
    QString m_name;
    QByteArray m_buffer;
    qint64 m_bytes = 0;
    std::unique_ptr<QCryptographicHash> m_hash;
};

/// A file of lines while it is written, and beside it the file of their hashes.
class LineFileWriter
{
public:
    static Result<LineFileWriter> create(const QString &folder, const QString &name);

    /// \param line  without its end
    /// \param hash  SHA-256 of `line`
    Result<void> add(const QByteArray &line, const QByteArray &hash);
    /// Both files, on the device.
    Result<std::vector<ExportedFile>> finish();

private:
    LineFileWriter(HashedFile lines, HashedFile hashes);

    HashedFile m_lines;
    HashedFile m_hashes;
};

/// A file of lines while it is read. Errors about a line say where it stands.
class LineFileReader
{
public:
    LineFileReader(const QString &folder, const QString &name);

    /// NotFound `disk.open` with the name.
    Result<void> open();
    /// False at the end.
    bool next();
    /// Without its end.
    const QByteArray &line() const { return m_line; }
    /// "patient.jsonl:17"
    QString place() const;

private:
    QFile m_file;
    QString m_name;
    QByteArray m_line;
    qint64 m_number = 0;
};

} // namespace simiao::storage
