#include "host/plugin_guard.h"

#include "core/log.h"
#include "core/small_file.h"
#include "core/try.h"
#include "host/fault_file.h"

#include <QList>

#include <algorithm>

namespace simiao::host {

namespace {

constexpr int kStartsOfAChance = 2;

QString faultOf(const QString &path)
{
    return path + QStringLiteral(".fault");
}

Result<void> write(Disk &disk, const QString &path, const QByteArray &words)
{
    TRY(const auto file, disk.create(path));
    return file->write(words);
}

void remove(Disk &disk, const QString &path)
{
    if (!disk.exists(path))
        return;
    if (const auto removed = disk.remove(path); !removed)
        log::error(removed.error());
}

} // namespace

PluginGuard::Last PluginGuard::readLast(Disk &disk, const QString &path)
{
    const auto lines = readSmallFile(disk, path).value_or(QByteArray()).split('\n');
    return {.id = QString::fromUtf8(lines.front()),
            .starts = std::max(1, lines.value(1).toInt()),
            .isProven = disk.exists(faultOf(path))};
}

PluginGuard::PluginGuard(std::shared_ptr<Disk> disk, QString path)
    : m_disk(std::move(disk))
    , m_path(std::move(path))
    , m_last(readLast(*m_disk, m_path))
{
}

QString PluginGuard::culprit() const
{
    return m_last.isProven || m_last.starts >= kStartsOfAChance ? m_last.id : QString();
}

void PluginGuard::enter(const QString &id) const
{
    const int starts = id == m_last.id ? m_last.starts + 1 : 1;
    remove(*m_disk, faultOf(m_path));
    if (const auto written = write(*m_disk, m_path, id.toUtf8() + '\n' + QByteArray::number(starts));
        !written)
        log::error(written.error());
    makeFileOnFault(faultOf(m_path));
}

void PluginGuard::blame() const
{
    if (const auto written = write(*m_disk, faultOf(m_path), {}); !written)
        log::error(written.error());
}

void PluginGuard::leave() const
{
    makeFileOnFault({});
    remove(*m_disk, m_path);
    remove(*m_disk, faultOf(m_path));
}

} // namespace simiao::host
