#include "server_schema.h"

#include "core/try.h"

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

Result<int> ServerSchema::storedIn(storage::Connection &connection)
{
    TRY(const auto rows, connection.run(u"store/schema_version"_s, {}));
    TRY(const bool isThere, rows->next());
    return isThere ? int(rows->integer(0)) : 0;
}

Result<void> ServerSchema::look(storage::Connection &connection)
{
    TRY(const auto rows, connection.run(u"store/say_step"_s, {{u"step"_s, QString::number(m_program)}}));
    TRY(const bool isThere, rows->next());
    const int stored = isThere ? int(rows->integer(0)) : 0;
    const auto differs = [&](const QString &code) {
        return Error{ErrorKind::Conflict, u"migration."_s + code, u"%1 %2"_s.arg(stored).arg(m_program)};
    };
    if (stored <= 0)
        return differs(u"pending"_s);
    if (stored > m_program + 1)
        return differs(u"newer"_s);
    m_stored = stored;
    return ok();
}

std::optional<Error> ServerSchema::older() const
{
    const int stored = m_stored;
    if (stored >= m_program)
        return std::nullopt;
    return Error{ErrorKind::Conflict, u"server.schema-older"_s, u"%1 %2"_s.arg(stored).arg(m_program)};
}

/// A table, a column or a function that a later step brings (SQLSTATE 42P01, 42703, 42883).
Error ServerSchema::explained(const Error &error) const
{
    const bool isMissing = error.code == "server.not-set-up"_L1
        || (error.code == "store.statement"_L1 && (error.detail == "42703"_L1 || error.detail == "42883"_L1));
    return isMissing ? older().value_or(error) : error;
}

} // namespace simiao::postgresql
