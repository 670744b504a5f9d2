#include "admin/models/audit_page.h"

#include "workflow/ports/history_queries.h"
#include "workflow/ports/queries.h"

#include <algorithm>

namespace simiao::admin {

using administration::Patient;
using security::AuditEvent;

namespace {

const auto kRead = QStringLiteral("audit.read");

/// The fields of the event alone: the sealed text also has the command and its changes, a newer program's perhaps more.
std::optional<AuditEvent> eventOf(const workflow::AuditRecord &record)
{
    const auto sealed = Json::parse(record.event.toUtf8());
    if (!sealed)
        return {};
    Json::Object known;
    for (const auto &field : fieldInfos<AuditEvent>()) {
        const auto &value = (*sealed)[QString(field.name)];
        if (!value.isNull())
            known.emplace(QString(field.name), value);
    }
    const auto event = fromJson<AuditEvent>(Json(std::move(known)));
    return event ? std::optional(*event) : std::nullopt;
}

/// The id of the patient as the trail writes it; empty when nobody has the number.
Task<Result<QString>> patientIdOf(workflow::Context context, QString mrn)
{
    auto finding = workflow::find(context.store, workflow::query::patientByMrn, mrn);
    CO_TRY(const auto found, co_await finding);
    const QString id = found.empty() ? QString() : found.front().id.toString();
    co_return id;
}

Task<QString> mrnOf(workflow::Context context, Id<Patient> id)
{
    constexpr int kShown = 8;
    auto loading = workflow::load(context.store, id);
    const auto patient = co_await loading;
    const QString mrn = patient ? patient->mrn : id.toString().left(kShown);
    co_return mrn;
}

Task<std::vector<AuditLine>> linesOf(workflow::Context context, std::vector<workflow::AuditRecord> records)
{
    std::map<Id<Patient>, QString> numbers;
    std::vector<AuditLine> lines;
    for (auto &record : records) {
        AuditLine line{std::move(record), {}, {}};
        line.event = eventOf(line.record);
        const auto patient = line.event ? line.event->patient : std::nullopt;
        if (patient && !numbers.contains(*patient)) {
            auto asking = mrnOf(context, *patient);
            const auto mrn = co_await asking;
            numbers.emplace(*patient, mrn);
        }
        line.mrn = patient ? numbers.at(*patient) : QString();
        lines.push_back(std::move(line));
    }
    co_return lines;
}

} // namespace

Task<Result<AuditPage>> readAuditPage(workflow::Context context, AuditFilter filter, qint64 before, int limit)
{
    auto authorising = workflow::authorise(context, kRead);
    CO_TRY_VOID(co_await authorising);
    QString patient;
    if (!filter.mrn.isEmpty()) {
        auto resolving = patientIdOf(context, filter.mrn);
        CO_TRY(patient, co_await resolving);
        if (patient.isEmpty()) {
            const AuditPage nobody{{}, true, false};
            co_return nobody;
        }
    }
    auto finding = workflow::find(context.store, workflow::query::auditPage, before, filter.act, filter.agent,
                                  patient, filter.outcome, limit);
    CO_TRY(const auto records, co_await finding);
    auto reading = linesOf(context, records);
    const auto lines = co_await reading;
    const AuditPage page{lines, int(records.size()) < limit, true};
    co_return page;
}

Task<Result<std::vector<security::Account>>> readAgents(workflow::Context context)
{
    auto authorising = workflow::authorise(context, kRead);
    CO_TRY_VOID(co_await authorising);
    auto finding = workflow::find(context.store, workflow::query::accounts);
    co_return co_await finding;
}

Task<Result<void>> recordReading(workflow::Context context, QString detail)
{
    auto authorising = workflow::authorise(context, kRead);
    CO_TRY_VOID(co_await authorising);
    auto recording = context.store->commit(context.begin(context.newCommand(), kRead, {}, detail));
    CO_TRY_VOID(co_await recording);
    co_return ok();
}

} // namespace simiao::admin
