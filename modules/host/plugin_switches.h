#pragma once

#include "core/atomic_file.h"

#include <QStringList>

namespace simiao::host {

/// Which plugins somebody has switched off, in a file of the profile, one id a line. It counts from the next start on.
class PluginSwitches
{
public:
    /// \param path  `<profile>/plugins.disabled`; need not exist
    PluginSwitches(std::shared_ptr<Disk> disk, QString path);

    const QStringList &disabled() const { return m_disabled; }
    /// \returns an error of the disk; the choice is as it was then
    Result<void> setEnabled(const QString &id, bool isEnabled);

private:
    std::shared_ptr<Disk> m_disk;
    QString m_path;
    QStringList m_disabled;
};

} // namespace simiao::host
