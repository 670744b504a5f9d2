#pragma once

#include "core/disk.h"
#include "workflow/ports/unanswered_saves.h"

#include <QFile>

#include <memory>
#include <optional>
#include <vector>

namespace simiao::postgresql {

/// What this desk has sent and not heard of, in two files of the profile, so that the next start asks for it. Ids and times only: no
/// name, nothing that was typed.
/// \thread  any, one at a time
class UnansweredFile
{
public:
    /// \param folder  of the profile's data
    explicit UnansweredFile(const QString &folder, std::shared_ptr<Disk> disk = systemDisk());

    /// What was there when the program ended, also what was just being sent. A file that cannot be read is said in the log and left.
    std::vector<workflow::UnansweredSave> read() const;
    /// All of them, on the disk when this returns.
    Result<void> write(const std::vector<workflow::UnansweredSave> &saves) const;

    /// This is sent now. Without a flush, since each save pays for it: it outlives the program, and not a power cut.
    void begin(const workflow::UnansweredSave &save) const;
    /// It was answered, or stands among those of write().
    void end() const;

private:
    void put(const QByteArray &line) const;
    std::optional<workflow::UnansweredSave> underWay() const;

    QString m_path;
    std::shared_ptr<QFile> m_underWay; ///< open from the first save on
    std::shared_ptr<Disk> m_disk;
};

} // namespace simiao::postgresql
