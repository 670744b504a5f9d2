#include "cli/folder_sink.h"

#include "core/hash.h"
#include "core/try.h"

#include <QDir>

#include <utility>

namespace simiao::cli {

using namespace Qt::StringLiterals;

FolderSink::FolderSink(QString folder, std::shared_ptr<Disk> disk)
    : m_folder(std::move(folder))
    , m_disk(std::move(disk))
{
}

QString FolderSink::pathOf(const QString &sopInstanceUid) const
{
    constexpr qsizetype kEnough = 32;
    return u"%1/%2.dcm"_s.arg(m_folder,
                              QString::fromLatin1(sha256(sopInstanceUid.toUtf8()).toHex().first(kEnough)));
}

bool FolderSink::has(const QString &sopInstanceUid) const
{
    return m_disk->exists(pathOf(sopInstanceUid));
}

bool FolderSink::isEmpty() const
{
    return QDir(m_folder).isEmpty(QDir::Files);
}

Result<void> FolderSink::take(workflow::ReceivedObject object)
{
    const auto path = pathOf(object.sopInstanceUid);
    const auto unfinished = path + u".part"_s;
    const auto written = [&]() -> Result<void> {
        TRY(const auto file, m_disk->create(unfinished));
        TRY_VOID(file->write(object.file));
        return file->sync();
    }();
    if (!written) {
        static_cast<void>(m_disk->remove(unfinished));
        return written;
    }
    TRY_VOID(m_disk->rename(unfinished, path));
    return m_disk->syncDirectory(m_folder);
}

} // namespace simiao::cli
