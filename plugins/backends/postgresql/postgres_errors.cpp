#include "postgres_errors.h"

#include <QRegularExpression>
#include <QSqlError>
#include <QStringList>

#include <libpq-fe.h>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

namespace {

struct Meaning
{
    QLatin1StringView state; ///< SQLSTATE or how it begins (PostgreSQL manual, appendix A)
    ErrorKind kind;
    const char *code;
};

// Ours first, then what is more exact; the last one fits everything.
constexpr Meaning kMeanings[] = {
    {QLatin1StringView("SM002"), ErrorKind::Conflict, "store.constraint"},
    {QLatin1StringView("SM003"), ErrorKind::Forbidden, "server.refused"},
    {QLatin1StringView("23"), ErrorKind::Conflict, "store.constraint"},
    {QLatin1StringView("40"), ErrorKind::Conflict, "server.in-the-way"},
    {QLatin1StringView("55P03"), ErrorKind::Conflict, "server.in-the-way"},
    // A migration has changed what a prepared statement gives: the next connection prepares it anew.
    {QLatin1StringView("0A000"), ErrorKind::Unavailable, "server.lost"},
    {QLatin1StringView("25006"), ErrorKind::Unavailable, "server.read-only"},
    {QLatin1StringView("28"), ErrorKind::Forbidden, "server.login"},
    {QLatin1StringView("3D000"), ErrorKind::NotFound, "server.no-database"},
    {QLatin1StringView("42P01"), ErrorKind::NotFound, "server.not-set-up"},
    {QLatin1StringView("3F000"), ErrorKind::NotFound, "server.not-set-up"},
    {QLatin1StringView("42501"), ErrorKind::Forbidden, "server.refused"},
    {QLatin1StringView("53100"), ErrorKind::Unavailable, "server.disk-full"},
    {QLatin1StringView("53300"), ErrorKind::Unavailable, "server.too-many"},
    {QLatin1StringView("53"), ErrorKind::Unavailable, "server.resources"},
    {QLatin1StringView("57014"), ErrorKind::Unavailable, "server.silent"},
    {QLatin1StringView("57P"), ErrorKind::Unavailable, "server.lost"},
    {QLatin1StringView("08"), ErrorKind::Unavailable, "server.lost"},
    {QLatin1StringView("XX001"), ErrorKind::Corrupt, "store.corrupt"},
    {QLatin1StringView("XX002"), ErrorKind::Corrupt, "store.corrupt"},
    {QLatin1StringView("58"), ErrorKind::Unavailable, "server.disk"},
    {QLatin1StringView(""), ErrorKind::Internal, "store.statement"},
};

QString field(const PGresult *result, int code)
{
    return QString::fromUtf8(PQresultErrorField(result, code));
}

/// The table whose part by the month is named (resources/sql/postgresql/README.md).
QString wholeTable(QString part)
{
    static const QRegularExpression month(u"_([0-9]{4}_[0-9]{2}|other)$"_s);
    return part.remove(month);
}

/// "task.department, task.day" of the words 'Key (department, day)=(…) already exists.', in whatever language they are; the index
/// where it is made of more than columns.
QString uniqueColumns(const PGresult *result)
{
    static const QRegularExpression key(u"^[^(]*\\(([a-z_0-9\", ]+)\\)="_s);
    const auto match = key.match(field(result, PG_DIAG_MESSAGE_DETAIL));
    if (!match.hasMatch())
        return field(result, PG_DIAG_CONSTRAINT_NAME);
    QStringList names;
    for (QString column : match.captured(1).split(u", "_s))
        names.append(wholeTable(field(result, PG_DIAG_TABLE_NAME)) + u'.' + column.remove(u'"'));
    return names.join(u", "_s);
}

Error meaningOf(const QString &state, const QString &detail)
{
    for (const auto &meaning : kMeanings) {
        if (state.startsWith(meaning.state))
            return {meaning.kind, QString::fromLatin1(meaning.code), detail};
    }
    return {ErrorKind::Internal, u"store.statement"_s, detail};
}

/// Code and detail of a refusal are the function's own; only kinds are guessed from the code.
Error refusal(const PGresult *result)
{
    const QString code = field(result, PG_DIAG_MESSAGE_PRIMARY);
    const bool isDamage = code == "row.hash"_L1;
    return {isDamage ? ErrorKind::Corrupt : ErrorKind::Conflict, code, field(result, PG_DIAG_MESSAGE_DETAIL)};
}

/// What who acts may not do.
Error forbidden(const PGresult *result)
{
    const QString code = field(result, PG_DIAG_MESSAGE_PRIMARY);
    return {code == "login.wait"_L1 ? ErrorKind::Unavailable : ErrorKind::Forbidden, code,
            field(result, PG_DIAG_MESSAGE_DETAIL)};
}

} // namespace

Error mapResult(const PGresult *result)
{
    const QString state = field(result, PG_DIAG_SQLSTATE);
    if (state.isEmpty())
        return lost();
    if (state == "SM001"_L1)
        return refusal(result);
    if (state == "SM004"_L1)
        return forbidden(result);
    if (state == "23505"_L1)
        return {ErrorKind::Conflict, u"store.unique"_s, uniqueColumns(result)};
    const QString constraint = field(result, PG_DIAG_CONSTRAINT_NAME);
    if (constraint == "charge_item_follows_visit"_L1) // its id says when the desk thought it was
        return {ErrorKind::Invalid, u"server.clock-behind"_s};
    return meaningOf(state, constraint.isEmpty() ? state : constraint);
}

Error mapError(const QSqlError &error)
{
    const QString state = error.nativeErrorCode();
    return state.isEmpty() ? lost() : meaningOf(state, state);
}

Error silent()
{
    return {ErrorKind::Unavailable, u"server.silent"_s};
}

Error lost()
{
    return {ErrorKind::Unavailable, u"server.lost"_s};
}

bool isLost(const Error &error)
{
    return error.code == "server.lost"_L1 || error.code == "server.silent"_L1
        || error.code == "server.read-only"_L1 || error.code == "server.too-many"_L1;
}

bool isInTheWay(const Error &error)
{
    return error.code == "server.in-the-way"_L1
        || (error.code == "store.unique"_L1 && error.detail == "command.id"_L1);
}

} // namespace simiao::postgresql
