#include "support/memory_audit.h"

#include "workflow/ports/audit_queries.h"

namespace simiao::test {

using security::AuditEvent;
using workflow::Parameters;

namespace {

QString text(const Parameters &parameters, const char *name)
{
    const auto found = parameters.find(QString::fromLatin1(name));
    return found == parameters.end() ? QString() : std::get<QString>(found->second);
}

/// An empty filter, or one that is not asked for, fits everything.
bool fits(const QString &filter, const QString &value)
{
    return filter.isEmpty() || filter == value;
}

bool isMeant(const AuditEvent &event, const QString &query, const Parameters &parameters)
{
    const QString patient = event.patient ? event.patient->toString() : QString();
    if (query == QLatin1String("audit_event/of_agent") && patient.isEmpty())
        return false;
    return fits(text(parameters, "act"), event.act) && fits(text(parameters, "agent"), event.agent.toString())
        && fits(text(parameters, "patient"), patient)
        && fits(text(parameters, "outcome"), codeOf(event.outcome));
}

qint64 number(const Parameters &parameters, const char *name, qint64 otherwise)
{
    const auto found = parameters.find(QString::fromLatin1(name));
    return found == parameters.end() ? otherwise : std::get<qint64>(found->second);
}

} // namespace

Result<std::vector<Row>> auditAnswer(const std::vector<AuditEvent> &trail,
                                     const QString &query,
                                     const Parameters &parameters)
{
    const auto before = number(parameters, "before", std::numeric_limits<qint64>::max());
    const auto limit = number(parameters, "limit", 0);
    std::vector<Row> rows;
    for (auto sequence = qint64(trail.size()); sequence > 0 && qint64(rows.size()) < limit; --sequence) {
        const auto &event = trail[std::size_t(sequence - 1)];
        if (sequence < before && isMeant(event, query, parameters))
            rows.push_back(toRow(
                workflow::AuditRecord{sequence, QString::fromUtf8(toJson(event).canonical()), sequence}));
    }
    return rows;
}

} // namespace simiao::test
