#include "storage/sql/statement_catalogue.h"

#include "core/disk.h"
#include "core/try.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>

namespace simiao::storage {

namespace {

QStringList columnsOf(const TypeInfo &type)
{
    QStringList columns;
    for (const auto &field : type.fields)
        columns.append(QString(field.name));
    columns.append(QStringLiteral("row_hash"));
    return columns;
}

QString insertStatement(const TypeInfo &type)
{
    const QStringList columns = columnsOf(type);
    return QStringLiteral("INSERT INTO %1 (%2) VALUES (:%3)")
        .arg(QString(type.table), columns.join(QStringLiteral(", ")), columns.join(QStringLiteral(", :")));
}

QString updateStatement(const TypeInfo &type)
{
    QStringList settings;
    for (const QString &column : columnsOf(type)) {
        if (column != QLatin1String("id"))
            settings.append(column + QStringLiteral(" = :") + column);
    }
    return QStringLiteral("UPDATE %1 SET %2 WHERE id = :id AND version = :version - 1")
        .arg(QString(type.table), settings.join(QStringLiteral(", ")));
}

QString withoutComments(const QString &sql)
{
    static const QRegularExpression comment(QStringLiteral("--[^\n]*\n?"));
    return QString(sql).remove(comment).trimmed();
}

} // namespace

Result<StatementCatalogue> StatementCatalogue::load(const QString &sqlFolder)
{
    StatementCatalogue catalogue;
    TRY_VOID(catalogue.overlay(sqlFolder));
    if (catalogue.m_statements.isEmpty())
        return Error{ErrorKind::NotFound, QStringLiteral("storage.statements-missing"), sqlFolder};
    return catalogue;
}

Result<void> StatementCatalogue::overlay(const QString &sqlFolder)
{
    const QDir root(sqlFolder);
    const auto disk = systemDisk();
    QDirIterator files(sqlFolder, {QStringLiteral("*.sql")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        TRY(const auto bytes, disk->read(path));
        const QString name = root.relativeFilePath(path).chopped(4);
        m_statements.insert(name, withoutComments(QString::fromUtf8(bytes)));
    }
    return ok();
}

void StatementCatalogue::addType(const TypeInfo &type)
{
    const QString table(type.table);
    m_statements.insert(QStringLiteral("insert/") + table, insertStatement(type));
    m_statements.insert(QStringLiteral("update/") + table, updateStatement(type));
    m_statements.insert(QStringLiteral("row/") + table,
                        QStringLiteral("SELECT * FROM %1 WHERE id = :id").arg(table));
    m_statements.insert(QStringLiteral("all/") + table,
                        QStringLiteral("SELECT * FROM %1 ORDER BY id").arg(table));
    if (type.isCounter)
        m_statements.insert(QStringLiteral("rehash/") + table,
                            QStringLiteral("UPDATE %1 SET row_hash = :row_hash WHERE id = :id").arg(table));
}

Result<QString> StatementCatalogue::text(const QString &name) const
{
    const auto found = m_statements.constFind(name);
    if (found == m_statements.constEnd())
        return Error{ErrorKind::NotFound, QStringLiteral("storage.statement-unknown"), name};
    return *found;
}

QStringList StatementCatalogue::parametersOf(const QString &sql)
{
    static const QRegularExpression placeholder(QStringLiteral(":([a-z_][a-z0-9_]*)"));
    QStringList names;
    auto matches = placeholder.globalMatch(sql);
    while (matches.hasNext())
        names.append(matches.next().captured(1));
    names.removeDuplicates();
    return names;
}

} // namespace simiao::storage
