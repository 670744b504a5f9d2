#pragma once

#include "contract/store/postgres_database.h"

#include <QDirIterator>

namespace simiao::test {

/// The folder of SQL of a later program: this one's and some steps more, with the rules beside it.
class LaterSql
{
public:
    static constexpr QLatin1StringView kNext{"0010_language"};
    static constexpr QLatin1StringView kAfterNext{"0011_later"};

    explicit LaterSql(const QStringList &steps)
    {
        copy(postgresSqlFolder(), path());
        copy(postgresSqlFolder() + QStringLiteral("/../rules"), m_folder.filePath(QStringLiteral("rules")));
        for (const auto &step : steps)
            copy(QStringLiteral(SIMIAO_TEST_MIGRATIONS) + QLatin1Char('/') + step,
                 path() + QStringLiteral("/postgresql/migrations/") + step);
    }
    /// What the last of `step` does then. \param statement  SQL
    void lengthen(const QString &step, const QByteArray &statement)
    {
        QFile file(path() + QStringLiteral("/postgresql/migrations/") + step + QStringLiteral("/up.sql"));
        if (!file.open(QIODevice::Append) || file.write("\n--;;\n" + statement + '\n') < 0)
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }
    QString path() const { return m_folder.filePath(QStringLiteral("sql")); }

private:
    static void copy(const QString &from, const QString &to)
    {
        for (QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            const QString file = files.next();
            const QString target = to + file.mid(from.size());
            QDir().mkpath(QFileInfo(target).path());
            if (!QFile::copy(file, target))
                qFatal("cannot copy %s", qPrintable(file));
        }
    }

    QTemporaryDir m_folder;
};

} // namespace simiao::test
