#pragma once

#include "support/postgres_server.h"

namespace simiao::test {

/// How many signed visits (aSigning()) the server holds, each with its prescription's number; -1 where one is there in part.
inline int signaturesIn(const PostgresServer &server, const QString &database)
{
    const auto counts =
        server
            .psql(QStringLiteral("SELECT (SELECT count(*) FROM simiao.encounter WHERE status = 'finished'), "
                                 "(SELECT count(*) FROM simiao.task WHERE status = 'completed'), "
                                 "(SELECT count(*) FROM simiao.composition), "
                                 "(SELECT count(*) / 3.0 FROM simiao.condition), "
                                 "(SELECT count(DISTINCT number) FROM simiao.prescription), "
                                 "(SELECT count(*) FROM simiao.prescription), "
                                 "(SELECT count(*) / 3.0 FROM simiao.medication_request), "
                                 "(SELECT count(*) FROM simiao.audit_event WHERE act = 'composition.sign'), "
                                 "(SELECT count(*) FROM simiao.command WHERE receipt LIKE '%Composition%')"),
                  database)
            .trimmed()
            .split(QLatin1Char('|'));
    const auto isSame = [&counts](const QString &count) { return count.toDouble() == counts[0].toDouble(); };
    return counts.size() == 9 && std::ranges::all_of(counts, isSame) ? counts[0].toInt() : -1;
}

} // namespace simiao::test
