#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

namespace simiao {

/// The settings of one start: for each key the value and where it came from.
/// Later layers win: defaults < site file < profile file < environment < command line.
class Config
{
public:
    struct Entry
    {
        QString value;
        QString origin; ///< "default", "<file>:<line>", "environment SIMIAO_…", "command line"
    };

    void setDefault(const QString &key, const QString &value);
    /// Keys that begin so belong to a plugin, which knows them: "dicomweb.".
    void allowArea(const QString &prefix);
    void set(const QString &key, const QString &value, const QString &origin);

    /// Reads TOML into dotted keys; values are strings, integers, booleans or arrays of strings (joined by ';').
    /// `config.syntax` or `config.value-type` with "file:line:column" in `detail`; nothing is applied then.
    Result<void> readToml(const QByteArray &toml, const QString &fileName);

    /// Variables SIMIAO_SECTION_KEY become section.key, for keys that have a default.
    void readEnvironment(const QStringList &environment);

    QString value(const QString &key) const { return m_entries.value(key).value; }
    /// Where the value came from (Entry::origin); empty for a key that has none.
    QString origin(const QString &key) const { return m_entries.value(key).origin; }
    bool flag(const QString &key) const { return value(key) == QLatin1String("true"); }
    QStringList list(const QString &key) const;

    /// Keys that no part of the program declared a default for: mistyped, said at start.
    QStringList unknownKeys() const;

    /// One "key = value  # origin" line each, sorted; values of keys that end in "password" or "secret" are hidden.
    QString print() const;

private:
    QMap<QString, Entry> m_entries;
    QStringList m_known;
    QStringList m_areas;
};

} // namespace simiao
