#include "storage/maintenance/line_file.h"

#include "core/try.h"

#include <QDir>

namespace simiao::storage {

namespace {

constexpr qsizetype kBufferBytes = 256 * 1024;

} // namespace

QString lineHashesOf(const QString &name)
{
    return name + QStringLiteral(".sha256");
}

HashedFile::HashedFile(std::unique_ptr<DiskFile> file, const QString &name)
    : m_file(std::move(file))
    , m_name(name)
    , m_hash(std::make_unique<QCryptographicHash>(QCryptographicHash::Sha256))
{
}

Result<HashedFile> HashedFile::create(const QString &folder, const QString &name)
{
    TRY(auto file, systemDisk()->create(QDir(folder).filePath(name)));
    return HashedFile(std::move(file), name);
}

Result<void> HashedFile::write(const QByteArray &bytes)
{
    m_hash->addData(bytes);
    m_bytes += bytes.size();
    m_buffer += bytes;
    return m_buffer.size() < kBufferBytes ? ok() : flush();
}

Result<void> HashedFile::flush()
{
    TRY_VOID(m_file->write(m_buffer));
    m_buffer.clear();
    return ok();
}

Result<ExportedFile> HashedFile::finish()
{
    TRY_VOID(flush());
    TRY_VOID(m_file->sync());
    return ExportedFile{m_name, m_bytes, m_hash->result()};
}

LineFileWriter::LineFileWriter(HashedFile lines, HashedFile hashes)
    : m_lines(std::move(lines))
    , m_hashes(std::move(hashes))
{
}

Result<LineFileWriter> LineFileWriter::create(const QString &folder, const QString &name)
{
    TRY(auto lines, HashedFile::create(folder, name));
    TRY(auto hashes, HashedFile::create(folder, lineHashesOf(name)));
    return LineFileWriter(std::move(lines), std::move(hashes));
}

Result<void> LineFileWriter::add(const QByteArray &line, const QByteArray &hash)
{
    TRY_VOID(m_lines.write(line + '\n'));
    return m_hashes.write(hash.toHex() + '\n');
}

Result<std::vector<ExportedFile>> LineFileWriter::finish()
{
    TRY(const auto lines, m_lines.finish());
    TRY(const auto hashes, m_hashes.finish());
    return std::vector{lines, hashes};
}

LineFileReader::LineFileReader(const QString &folder, const QString &name)
    : m_file(QDir(folder).filePath(name))
    , m_name(name)
{
}

Result<void> LineFileReader::open()
{
    if (m_file.open(QIODevice::ReadOnly))
        return ok();
    return Error{ErrorKind::NotFound, QStringLiteral("disk.open"), m_name};
}

bool LineFileReader::next()
{
    m_line = m_file.readLine();
    if (m_line.isEmpty())
        return false;
    if (m_line.endsWith('\n'))
        m_line.chop(1);
    ++m_number;
    return true;
}

QString LineFileReader::place() const
{
    return QStringLiteral("%1:%2").arg(m_name).arg(m_number);
}

} // namespace simiao::storage
