#include "sqlite_errors.h"

#include <QRegularExpression>
#include <QSqlError>

namespace simiao::sqlite {

namespace {

// Primary result codes of SQLite (https://sqlite.org/rescode.html); extended codes keep them in the low byte.
enum PrimaryCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Constraint = 19,
    NotADatabase = 26
};

Error constraintError(const QString &text)
{
    static const QRegularExpression unique(QStringLiteral("UNIQUE constraint failed: (?:index ')?([^']+)"));
    if (const auto match = unique.match(text); match.hasMatch())
        return {ErrorKind::Conflict, QStringLiteral("store.unique"), match.captured(1)};
    return {ErrorKind::Conflict, QStringLiteral("store.constraint"), text};
}

} // namespace

Error mapError(const QSqlError &error)
{
    const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Busy:
    case Locked: return {ErrorKind::Conflict, QStringLiteral("sqlite.in-use"), text};
    case Full: return {ErrorKind::Unavailable, QStringLiteral("store.disk-full"), text};
    case ReadOnly:
    case IoError:
    case CannotOpen: return {ErrorKind::Unavailable, QStringLiteral("store.write"), text};
    case Corrupt: return {ErrorKind::Corrupt, QStringLiteral("store.corrupt"), text};
    case NotADatabase: return {ErrorKind::Corrupt, QStringLiteral("sqlite.not-a-database"), text};
    case Constraint: return constraintError(text);
    default: return {ErrorKind::Internal, QStringLiteral("store.statement"), text};
    }
}

} // namespace simiao::sqlite
