#include "host/plugin_switches.h"

#include "core/log.h"
#include "core/try.h"

namespace simiao::host {

PluginSwitches::PluginSwitches(std::shared_ptr<Disk> disk, QString path)
    : m_disk(std::move(disk))
    , m_path(std::move(path))
{
    if (!m_disk->exists(m_path))
        return;
    const auto bytes = AtomicFile(m_disk).read(m_path);
    if (bytes)
        m_disabled = QString::fromUtf8(*bytes).split(u'\n', Qt::SkipEmptyParts);
    else
        log::error(bytes.error());
}

Result<void> PluginSwitches::setEnabled(const QString &id, bool isEnabled)
{
    QStringList disabled = m_disabled;
    disabled.removeAll(id);
    if (!isEnabled)
        disabled.append(id);
    disabled.sort();
    TRY_VOID(AtomicFile(m_disk).write(m_path, (disabled.join(u'\n') + u'\n').toUtf8()));
    m_disabled = disabled;
    return ok();
}

} // namespace simiao::host
