#include "cli/cli_session.h"
#include "cli/command_table.h"
#include "security/password_hash.h"
#include "terminology/pinyin.h"
#include "workflow/exchange/import_clinic_data.h"
#include "workflow/exchange/read_staff.h"

#include <QFile>

namespace simiao::cli {

using namespace Qt::StringLiterals;
using workflow::ClinicImportReport;
using workflow::Context;

namespace {

/// One of the imports of workflow/exchange/import_clinic_data.h.
using Import = Task<Result<ClinicImportReport>> (*)(GraphPointer, Context, Invocation, CsvTable);

Result<CsvTable> readTable(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, u"disk.open"_s, path};
    return parseCsv(file.read(kMostTextBytes + 1)); // one more is too large
}

Json rejectsOf(const std::vector<CsvReject> &rejects)
{
    Json list{Json::Array{}};
    for (const auto &reject : rejects) {
        list.append(Json(Json::Object{
            {u"row"_s, reject.row}, {u"reason"_s, reject.reason}, {u"detail"_s, reject.detail}}));
    }
    return list;
}

Json jsonOf(const ClinicImportReport &report, const CsvTable &table, bool isDryRun)
{
    return Json(Json::Object{{u"ok"_s, report.rejects.empty()},
                             {u"dryRun"_s, isDryRun},
                             {u"encoding"_s, encodingName(table.encoding)},
                             {u"delimiter"_s, table.delimiter == u'\t' ? u"tab"_s : u"comma"_s},
                             {u"added"_s, report.added},
                             {u"changed"_s, report.changed},
                             {u"unchanged"_s, report.unchanged},
                             {u"rejects"_s, rejectsOf(report.rejects)}});
}

QString summaryOf(const ClinicImportReport &report, bool isDryRun)
{
    if (!isDryRun && !report.rejects.empty())
        return u"Nothing was imported: %1 rows are wrong."_s.arg(report.rejects.size());
    return u"%1 added, %2 changed, %3 unchanged, %4 wrong."_s.arg(report.added)
        .arg(report.changed)
        .arg(report.unchanged)
        .arg(report.rejects.size());
}

Task<int> importTable(Call call, Import act)
{
    const auto table = readTable(call.invocation.path(call.invocation.arguments.first()));
    if (!table)
        co_return call.fail(table.error());
    auto signingIn = signIn(call);
    const auto seat = co_await signingIn;
    if (!seat)
        co_return call.fail(seat.error());

    auto importing = act(seat->graph, seat->context, call.invocation, *table);
    const auto report = co_await importing;
    if (!report)
        co_return call.fail(report.error());
    call.print(jsonOf(*report, *table, call.invocation.isDryRun));
    call.say(summaryOf(*report, call.invocation.isDryRun));
    const int code = report->rejects.empty() ? Good : Refused;
    co_return code;
}

Task<Result<ClinicImportReport>> departments(GraphPointer,
                                             Context context,
                                             Invocation invocation,
                                             CsvTable table)
{
    return workflow::importDepartments(context, context.newCommand(), table, invocation.isDryRun);
}

Task<Result<ClinicImportReport>> staff(GraphPointer graph,
                                       Context context,
                                       Invocation invocation,
                                       CsvTable table)
{
    const auto command = context.newCommand();
    if (invocation.isDryRun) {
        auto trying = workflow::importStaff(context, command, table, {}, true);
        co_return co_await trying;
    }
    CO_TRY_VOID(workflow::checkFirstPassword(table, invocation.newPassword, graph->reference.passwords));
    auto hashing = security::hashPasswordAsync(invocation.newPassword);
    CO_TRY(const auto verifier, co_await hashing);
    auto importing = workflow::importStaff(context, command, table, verifier, false);
    co_return co_await importing;
}

workflow::NameKeys termKeys(const QString &name)
{
    const auto keys = terminology::pinyinOf(name);
    return {keys.initials, keys.full};
}

Task<Result<ClinicImportReport>> drugs(GraphPointer graph,
                                       Context context,
                                       Invocation invocation,
                                       CsvTable table)
{
    const auto words = workflow::drugVocabulary(graph->reference, termKeys);
    return workflow::importMedications(context, context.newCommand(), table, words, invocation.isDryRun);
}

Task<Result<ClinicImportReport>> prices(GraphPointer, Context context, Invocation invocation, CsvTable table)
{
    return workflow::importPrices(context, context.newCommand(), table, invocation.isDryRun);
}

Task<Result<ClinicImportReport>> stock(GraphPointer, Context context, Invocation invocation, CsvTable table)
{
    const QString reason = invocation.reason.isEmpty() ? u"opening stock"_s : invocation.reason;
    return workflow::importStock(context, context.newCommand(), table, reason, invocation.isDryRun);
}

Task<Result<ClinicImportReport>> schedule(GraphPointer,
                                          Context context,
                                          Invocation invocation,
                                          CsvTable table)
{
    return workflow::importSchedule(context, context.newCommand(), table, invocation.isDryRun);
}

Task<int> importDepartments(Call call)
{
    return importTable(call, departments);
}
Task<int> importStaff(Call call)
{
    return importTable(call, staff);
}
Task<int> importDrugs(Call call)
{
    return importTable(call, drugs);
}
Task<int> importPrices(Call call)
{
    return importTable(call, prices);
}
Task<int> importStock(Call call)
{
    return importTable(call, stock);
}
Task<int> importSchedule(Call call)
{
    return importTable(call, schedule);
}

} // namespace

Commands clinicImportCommands()
{
    return {
        {u"import departments"_s, u"FILE"_s, u"Imports departments (--dry-run)."_s, importDepartments, 1},
        {u"import staff"_s, u"FILE"_s,
         u"Imports accounts; asks for the first password of the new ones (--dry-run)."_s, importStaff, 1},
        {u"import drugs"_s, u"FILE"_s, u"Imports the drug catalogue (--dry-run)."_s, importDrugs, 1},
        {u"import prices"_s, u"FILE"_s, u"Imports prices of drugs on record (--dry-run)."_s, importPrices, 1},
        {u"import stock"_s, u"FILE"_s, u"Imports the stock a hospital begins with (--reason, --dry-run)."_s,
         importStock, 1},
        {u"import schedule"_s, u"FILE"_s, u"Imports the physicians' half-hours (--dry-run)."_s,
         importSchedule, 1}};
}

} // namespace simiao::cli
