#include "admin/models/reject.h"

#include <QHash>

namespace simiao::admin {

namespace {

/// What finds a row again, of whatever table.
QString keyIn(const QStringList &columns)
{
    for (const auto &key : {QStringLiteral("lot"), QStringLiteral("login"), QStringLiteral("code")}) {
        if (columns.contains(key))
            return key;
    }
    return {};
}

/// The column of reasons that do not name it.
QString columnOf(const QString &reason, const QStringList &columns)
{
    static const QHash<QString, QString> known{
        {QStringLiteral("account.login-name"), QStringLiteral("login")},
        {QStringLiteral("import.overlap"), QStringLiteral("start")},
        {QStringLiteral("import.places"), QStringLiteral("capacity")},
        {QStringLiteral("import.lot-exists"), QStringLiteral("quantity")},
        {QStringLiteral("import.lot-expiry"), QStringLiteral("expiry")},
    };
    return reason == QLatin1StringView("import.duplicate") ? keyIn(columns) : known.value(reason);
}

} // namespace

Reject rejectOf(const CsvReject &reject, const QStringList &columns)
{
    const Error reason{ErrorKind::Invalid, reject.reason, reject.detail};
    const auto named = reject.detail.section(QStringLiteral(": "), 0, 0);
    if (columns.contains(named))
        return {reject.row, named, reject.detail.section(QStringLiteral(": "), 1), reason};
    const auto column = columnOf(reject.reason, columns);
    const bool isText = reject.reason == QLatin1StringView("account.login-name");
    return {reject.row, column, isText ? reject.detail : QString(), reason};
}

} // namespace simiao::admin
