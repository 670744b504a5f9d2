#include "host/plugin_guard.h"

#include "core/log.h"
#include "core/small_file.h"
#include "core/try.h"

namespace simiao::host {

namespace {

Result<void> writeId(Disk &disk, const QString &path, const QString &id)
{
    TRY(const auto file, disk.create(path));
    return file->write(id.toUtf8());
}

} // namespace

PluginGuard::PluginGuard(std::shared_ptr<Disk> disk, QString path)
    : m_disk(std::move(disk))
    , m_path(std::move(path))
    , m_culprit(QString::fromUtf8(readSmallFile(*m_disk, m_path).value_or(QByteArray())))
{
}

void PluginGuard::enter(const QString &id) const
{
    if (const auto written = writeId(*m_disk, m_path, id); !written)
        log::error(written.error());
}

void PluginGuard::leave() const
{
    if (!m_disk->exists(m_path))
        return;
    if (const auto removed = m_disk->remove(m_path); !removed)
        log::error(removed.error());
}

} // namespace simiao::host
