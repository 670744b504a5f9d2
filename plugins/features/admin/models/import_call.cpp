#include "admin/models/import_call.h"

#include "security/password_hash.h"
#include "terminology/pinyin.h"
#include "workflow/exchange/read_staff.h"

namespace simiao::admin {

using workflow::ClinicImportReport;
using workflow::SetupStep;

namespace {

workflow::NameKeys termKeys(const QString &name)
{
    const auto keys = terminology::pinyinOf(name);
    return {keys.initials, keys.full};
}

Task<Result<ClinicImportReport>> importStaff(ImportGround ground, Uuid command, ImportOrder order)
{
    QString verifier;
    if (!order.isDryRun) {
        CO_TRY_VOID(workflow::checkFirstPassword(*order.table, order.password, ground.passwords));
        auto hashing = security::hashPasswordAsync(order.password);
        CO_TRY(verifier, co_await hashing);
    }
    auto importing =
        workflow::importStaff(ground.context, command, *order.table, verifier, order.isDryRun, order.watch);
    co_return co_await importing;
}

} // namespace

ImportGround::ImportGround(const sdk::Desk &desk)
    : context(desk.context())
    , words(workflow::drugVocabulary(desk.reference(), termKeys))
    , passwords(desk.reference().passwords)
{
}

QString templateOf(SetupStep step)
{
    switch (step) {
    case SetupStep::Hospital: return {};
    case SetupStep::Departments: return QStringLiteral("departments.csv");
    case SetupStep::Staff: return QStringLiteral("staff.csv");
    case SetupStep::Drugs: return QStringLiteral("medications.csv");
    case SetupStep::Prices: return QStringLiteral("prices.csv");
    case SetupStep::Stock: return QStringLiteral("stock.csv");
    case SetupStep::Schedule: return QStringLiteral("schedule.csv");
    }
    return {};
}

Task<Result<ClinicImportReport>> runImport(ImportGround ground, Uuid command, ImportOrder order)
{
    const auto &context = ground.context;
    const auto &table = *order.table;
    switch (order.step) {
    case SetupStep::Hospital: break;
    case SetupStep::Departments:
        return workflow::importDepartments(context, command, table, order.isDryRun, order.watch);
    case SetupStep::Staff: return importStaff(ground, command, order);
    case SetupStep::Drugs:
        return workflow::importMedications(context, command, table, ground.words, order.isDryRun,
                                           order.watch);
    case SetupStep::Prices:
        return workflow::importPrices(context, command, table, order.isDryRun, order.watch);
    case SetupStep::Stock:
        return workflow::importStock(context, command, table, order.reason, order.isDryRun, order.watch);
    case SetupStep::Schedule:
        return workflow::importSchedule(context, command, table, order.isDryRun, order.watch);
    }
    qFatal("a step without a file is not imported");
}

} // namespace simiao::admin
