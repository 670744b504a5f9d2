#pragma once

#include "core/result.h"
#include "domain/base/row.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace simiao::storage {

/// Every statement this program may run, by name. Nothing else can be prepared.
/// Names: "queries/<area>/<verb>", "effects/<area>/<verb>", "store/<verb>", "insert/<table>", "update/<table>", "row/<table>",
/// "all/<table>", "rehash/<table>" of a counter.
class StatementCatalogue
{
public:
    /// Reads the .sql files of a folder; `storage.statements-missing` when it is not there.
    static Result<StatementCatalogue> load(const QString &sqlFolder);

    /// Reads those of another folder over them: what one database writes otherwise.
    Result<void> overlay(const QString &sqlFolder);

    /// Adds the statements that are made from a field table.
    void addType(const TypeInfo &type);

    /// The text; NotFound `storage.statement-unknown` with the name.
    Result<QString> text(const QString &name) const;

    /// Parameter names in the text, without colon, each once.
    static QStringList parametersOf(const QString &sql);

private:
    QHash<QString, QString> m_statements;
};

} // namespace simiao::storage
