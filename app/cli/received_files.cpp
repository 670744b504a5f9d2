#include "cli/received_files.h"

#include "core/try.h"

#include <QCryptographicHash>
#include <QDir>

namespace simiao::cli {

using namespace Qt::StringLiterals;

ReceivedFiles::ReceivedFiles(std::shared_ptr<Disk> disk, QString folder)
    : m_disk(std::move(disk))
    , m_folder(std::move(folder))
{
}

QString ReceivedFiles::pathOf(const QString &sopInstanceUid) const
{
    const auto hash = QCryptographicHash::hash(sopInstanceUid.toLatin1(), QCryptographicHash::Sha256);
    return m_folder + u'/' + QString::fromLatin1(hash.first(16).toHex()) + u".dcm"_s;
}

bool ReceivedFiles::has(const QString &sopInstanceUid) const
{
    return m_disk->exists(pathOf(sopInstanceUid));
}

bool ReceivedFiles::isEmpty() const
{
    return QDir(m_folder).isEmpty(QDir::Files);
}

Result<void> ReceivedFiles::take(workflow::ReceivedObject object)
{
    const auto path = pathOf(object.sopInstanceUid);
    const auto partial = path + u".partial"_s;
    TRY(const auto file, m_disk->create(partial));
    TRY_VOID(file->write(object.file));
    TRY_VOID(file->sync());
    return m_disk->rename(partial, path);
}

} // namespace simiao::cli
