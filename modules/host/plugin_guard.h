#pragma once

#include "core/disk.h"

namespace simiao::host {

/// A small file that holds the id of the plugin whose code is running while the program starts. Left over, it
/// names the plugin that took the program down.
///
/// Not flushed to the device on purpose: it must outlive the program, not the power; a power cut is no
/// plugin's fault.
class PluginGuard
{
public:
    /// \param path  `<profile>/plugin.guard`
    PluginGuard(std::shared_ptr<Disk> disk, QString path);

    /// Who was running when the program last ended; empty when it ended well.
    const QString &culprit() const { return m_culprit; }

    /// A guard that cannot be written is said in the log and keeps nobody out.
    void enter(const QString &id) const;
    void leave() const;

private:
    std::shared_ptr<Disk> m_disk;
    QString m_path;
    QString m_culprit;
};

} // namespace simiao::host
