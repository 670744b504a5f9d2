#pragma once

#include "core/atomic_file.h"

#include <QStringList>

#include <optional>

namespace simiao::host {

/// Which plugins somebody has switched off, in a file of the profile: "#2", then one id a line. It counts from the next start on.
/// Where the file is not what was written, the generation before it counts, and every id that can still be read stays off: what
/// somebody switched off is not switched on by a damaged file.
class PluginSwitches
{
public:
    /// \param path  `<profile>/plugins.disabled`; need not exist
    PluginSwitches(std::shared_ptr<Disk> disk, QString path);

    const QStringList &disabled() const { return m_disabled; }
    /// Why the file was not taken as it stands: to be told. Corrupt `plugin.switches` with the file.
    const std::optional<Error> &damage() const { return m_damage; }
    /// \returns an error of the disk; the choice is as it was then
    Result<void> setEnabled(const QString &id, bool isEnabled);

private:
    std::shared_ptr<Disk> m_disk;
    QString m_path;
    QStringList m_disabled;
    std::optional<Error> m_damage;
};

} // namespace simiao::host
