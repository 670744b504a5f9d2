#include "support/logical_dump.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>
#include <QUuid>

namespace simiao::test {

namespace {

QStringList column(QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    QStringList values;
    while (query.next())
        values.append(query.value(0).toString());
    return values;
}

QString dumpOf(QSqlDatabase &database, const QString &table)
{
    const auto columns =
        column(database,
               QStringLiteral(
                   "SELECT name || ' ' || type || ' ' || \"notnull\" || ' ' || ifnull(dflt_value, '') || ' ' "
                   "|| pk FROM pragma_table_info('%1') ORDER BY cid")
                   .arg(table));
    QStringList quoted;
    for (const auto &line : columns)
        quoted.append(QStringLiteral("quote(\"%1\")").arg(line.section(QLatin1Char(' '), 0, 0)));
    const auto rows = column(database,
                             QStringLiteral("SELECT %1 FROM \"%2\" ORDER BY 1")
                                 .arg(quoted.join(QStringLiteral(" || ', ' || ")), table));
    return QStringLiteral("table %1\n  %2\n%3\n")
        .arg(table, columns.join(QStringLiteral("\n  ")), rows.join(QLatin1Char('\n')));
}

} // namespace

QByteArray logicalDump(const QString &path)
{
    const QString name = QUuid::createUuid().toString();
    QString dump;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        if (!database.open())
            qFatal("%s: %s", qPrintable(path), qPrintable(database.lastError().text()));
        const auto tables =
            column(database,
                   QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
                                  "'sqlite_%' ORDER BY name"));
        for (const auto &table : tables)
            dump += dumpOf(database, table);
        const auto others =
            column(database,
                   QStringLiteral(
                       "SELECT type || ' ' || name || ' ' || sql FROM sqlite_master WHERE type IN ('index', "
                       "'trigger', 'view') AND sql IS NOT NULL ORDER BY type, name"));
        for (const auto &other : others)
            dump += other.simplified() + QLatin1Char('\n');
    }
    QSqlDatabase::removeDatabase(name);
    return dump.toUtf8();
}

} // namespace simiao::test
