#pragma once

#include <QStringList>
#include <QTemporaryDir>

namespace simiao::test {

/// What a start of the plugin host printed, and whether it came to its end.
struct Start
{
    QStringList lines;
    bool isCrashed = false;

    bool says(const char *line) const { return lines.contains(QString::fromLatin1(line)); }
};

/// A folder of plugin files, and a guard that outlives the starts.
class PluginTree
{
public:
    /// Puts a copy of `file` into `kind` (features, backends).
    void add(const QString &file, const QString &kind);
    /// Starts the plugin host over this tree in a process of its own, and makes the panels at `point`, if any.
    Start start(const QString &point = {}) const;
    /// Starts it until it says that somebody hangs, and ends it then as a person would: by force. \returns what it said
    QString startUntilItHangs() const;
    /// SIGKILL as soon as the guard names this plugin.
    void killWhileItLoads(const QString &id) const;
    QString guardFile() const { return m_folder.filePath(QStringLiteral("plugin.guard")); }
    QString switchesFile() const { return m_folder.filePath(QStringLiteral("plugins.disabled")); }

private:
    QTemporaryDir m_folder;
};

} // namespace simiao::test
