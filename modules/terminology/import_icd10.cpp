#include "terminology/import_icd10.h"

#include "core/task_of.h"
#include "terminology/icd10_plan.h"
#include "workflow/ports/queries.h"

#include <QtConcurrentRun>

namespace simiao::terminology {

namespace {

QString act()
{
    return QStringLiteral("terminology.import");
}

Task<Icd10Plan> planAsync(std::vector<Concept> stored, std::vector<Icd10Row> rows, QString release)
{
    return taskOf(
        QtConcurrent::run([stored = std::move(stored), rows = std::move(rows), release = std::move(release)] {
            return planIcd10(stored, rows, release);
        }));
}

ImportReport reportOf(const Icd10Plan &plan, const std::vector<Icd10Reject> &rejects)
{
    return {int(plan.added.size()), int(plan.changed.size()), plan.unchanged, rejects};
}

QString auditDetail(const ImportReport &report, const QString &release)
{
    return QStringLiteral("icd10 %1: added %2, changed %3, unchanged %4")
        .arg(release, QString::number(report.added), QString::number(report.changed),
             QString::number(report.unchanged));
}

workflow::UnitOfWork workOf(const workflow::Context &context, const Icd10Plan &plan, const QString &detail)
{
    auto work = context.begin(context.newCommand(), act(), {}, detail);
    for (auto entry : plan.added) {
        entry.id = context.newId<Concept>();
        work.insert(std::move(entry));
    }
    for (const auto &entry : plan.changed)
        work.update(entry);
    return work;
}

} // namespace

Task<Result<ImportReport>> importIcd10(workflow::Context context,
                                       Icd10File file,
                                       QString release,
                                       bool isDryRun)
{
    auto asking = workflow::authorise(context, act());
    CO_TRY_VOID(co_await asking);
    if (!isDryRun && !file.rejects.empty()) {
        const auto count = QString::number(file.rejects.size());
        co_return Error{ErrorKind::Invalid, QStringLiteral("import.rejected"), count};
    }
    auto finding =
        workflow::find(context.store, workflow::query::conceptsOfSystem, QString(codesystem::kIcd10Cn));
    CO_TRY(auto stored, co_await finding);
    auto planning = planAsync(std::move(stored), std::move(file.rows), release);
    const auto plan = co_await planning;

    auto report = reportOf(plan, file.rejects);
    if (isDryRun)
        co_return report;
    auto committing = context.store->commit(workOf(context, plan, auditDetail(report, release)));
    CO_TRY_VOID(co_await committing);
    co_return report;
}

} // namespace simiao::terminology
