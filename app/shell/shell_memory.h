#pragma once

#include "core/atomic_file.h"
#include "core/json.h"

#include <QThreadPool>

namespace simiao::shell {

/// What the shell remembers between starts, in `layout.json` of the profile: language, theme, window sizes. Read once;
/// written behind, whole. What cannot be read is taken from the time before, or forgotten, and logged: it is only comfort.
/// \thread  GUI
class ShellMemory
{
public:
    /// \param path  empty: remembers nothing
    ShellMemory(std::shared_ptr<Disk> disk, QString path);
    /// Waits for what is being written.
    ~ShellMemory();

    QString value(const QString &key) const { return m_values[key].toString(); }
    void set(const QString &key, const QString &value);

private:
    void writeBehind();

    std::shared_ptr<Disk> m_disk;
    QString m_path;
    Json m_values;
    QThreadPool m_writer; ///< one thread: the last write wins
};

} // namespace simiao::shell
