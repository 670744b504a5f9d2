#include "cli/cli_session.h"
#include "cli/command_table.h"
#include "core/text_encoding.h"
#include "terminology/import_icd10.h"

#include <QFile>

namespace simiao::cli {

using namespace Qt::StringLiterals;
using terminology::Icd10File;
using terminology::Icd10Reject;
using terminology::ImportReport;

namespace {

Result<Icd10File> readList(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, u"disk.open"_s, path};
    return terminology::parseIcd10(file.read(kMostTextBytes + 1)); // one more is too large
}

Json rejectsOf(const std::vector<Icd10Reject> &rejects)
{
    Json list{Json::Array{}};
    for (const auto &reject : rejects) {
        list.append(Json(Json::Object{
            {u"row"_s, reject.row}, {u"reason"_s, reject.reason}, {u"detail"_s, reject.detail}}));
    }
    return list;
}

Json jsonOf(const ImportReport &report, const Icd10File &file, bool isDryRun)
{
    const bool isUtf8 = file.encoding == TextEncoding::Utf8;
    return Json(Json::Object{{u"ok"_s, report.rejects.empty()},
                             {u"dryRun"_s, isDryRun},
                             {u"encoding"_s, isUtf8 ? u"UTF-8"_s : u"GB18030"_s},
                             {u"delimiter"_s, file.delimiter == u'\t' ? u"tab"_s : u"comma"_s},
                             {u"added"_s, report.added},
                             {u"changed"_s, report.changed},
                             {u"unchanged"_s, report.unchanged},
                             {u"rejects"_s, rejectsOf(report.rejects)}});
}

/// Why a list with rejects was not imported: each of them.
int failWithRejects(const Call &call, const Icd10File &file)
{
    call.print(jsonOf({0, 0, 0, file.rejects}, file, false));
    call.say(u"Nothing was imported: %1 rows are wrong."_s.arg(file.rejects.size()));
    return Refused;
}

Task<int> importIcd10(Call call)
{
    const auto file = readList(call.invocation.path(call.invocation.arguments.first()));
    if (!file)
        co_return call.fail(file.error());
    auto signingIn = signIn(call);
    const auto seat = co_await signingIn;
    if (!seat)
        co_return call.fail(seat.error());

    auto importing =
        terminology::importIcd10(seat->context, *file, call.invocation.release, call.invocation.isDryRun);
    const auto report = co_await importing;
    if (!report && report.error().code == "import.rejected"_L1)
        co_return failWithRejects(call, *file);
    if (!report)
        co_return call.fail(report.error());
    call.print(jsonOf(*report, *file, call.invocation.isDryRun));
    call.say(u"%1 added, %2 changed, %3 unchanged, %4 wrong."_s.arg(report->added)
                 .arg(report->changed)
                 .arg(report->unchanged)
                 .arg(report->rejects.size()));
    const int code = report->rejects.empty() ? Good : Refused;
    co_return code;
}

} // namespace

Commands importCommands()
{
    return {{u"import icd10"_s, u"FILE"_s, u"Imports a list of diagnoses (--dry-run, --release)."_s,
             importIcd10, 1}};
}

} // namespace simiao::cli
