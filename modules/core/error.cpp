#include "core/error.h"

namespace simiao {

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled: return QStringLiteral("Cancelled");
    case ErrorKind::Invalid: return QStringLiteral("Invalid");
    case ErrorKind::NotFound: return QStringLiteral("NotFound");
    case ErrorKind::Conflict: return QStringLiteral("Conflict");
    case ErrorKind::Forbidden: return QStringLiteral("Forbidden");
    case ErrorKind::Unavailable: return QStringLiteral("Unavailable");
    case ErrorKind::Corrupt: return QStringLiteral("Corrupt");
    case ErrorKind::Internal: return QStringLiteral("Internal");
    }
    return QStringLiteral("Internal");
}

QString logLine(const Error &error)
{
    const QString file = QString::fromUtf8(error.where.file_name()).section(QLatin1Char('/'), -2);
    return QStringLiteral("%1 %2 [%3] at %4:%5")
        .arg(errorKindName(error.kind), error.code, error.detail, file)
        .arg(error.where.line());
}

Error cancelled(std::source_location where)
{
    return {ErrorKind::Cancelled, QStringLiteral("core.cancelled"), {}, where};
}

} // namespace simiao
