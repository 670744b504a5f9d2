#pragma once

#include "core/disk.h"

namespace simiao::host {

/// A small file that holds the id of the plugin whose code is running while the program starts, and how many starts in a row
/// have ended there. Left over, it names the plugin that took the program down: at once where a fault or a hang was seen in it,
/// else at the second time. A program that somebody or the power ended in these milliseconds is no plugin's fault, and a
/// workstation without its store is no answer to that.
///
/// Not flushed to the device on purpose: it must outlive the program, not the power.
class PluginGuard
{
public:
    /// \param path  `<profile>/plugin.guard`; beside it, with `.fault` behind its name, the proof
    PluginGuard(std::shared_ptr<Disk> disk, QString path);

    /// Who is left out of this start; empty when the last one ended well, or through nobody's fault.
    QString culprit() const;

    /// A guard that cannot be written is said in the log and keeps nobody out.
    void enter(const QString &id) const;
    /// Whoever is running now does not come back. \thread any
    void blame() const;
    void leave() const;

private:
    /// Who was running when the program last ended.
    struct Last
    {
        QString id = {};
        int starts = 0; ///< in a row
        bool isProven = false;
    };

    static Last readLast(Disk &disk, const QString &path);

    std::shared_ptr<Disk> m_disk;
    QString m_path;
    Last m_last;
};

} // namespace simiao::host
