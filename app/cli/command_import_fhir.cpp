#include "cli/cli_session.h"
#include "cli/command_table.h"
#include "core/task_of.h"
#include "core/try.h"
#include "integration/fhir/read_bundle.h"
#include "sdk/desk.h"
#include "workflow/exchange/import_patients.h"

#include <QFile>
#include <QtConcurrentRun>

namespace simiao::cli {

using namespace Qt::StringLiterals;
using fhir::BundleReading;
using fhir::ImportRemark;
using workflow::ImportReceipt;

namespace {

constexpr qint64 kLargestFile = 64 * 1024 * 1024;

Result<BundleReading> readFile(const QString &path, const fhir::ReadingOptions &options)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, u"disk.open"_s, path};
    const QByteArray bytes = file.read(kLargestFile + 1);
    if (bytes.size() > kLargestFile)
        return Error{ErrorKind::Invalid, u"import.too-large"_s, u"64 MiB"_s};
    TRY(const auto json, Json::parse(bytes));
    return fhir::readBundle(json, options);
}

/// On a worker: the command may run inside a workstation.
Task<Result<BundleReading>> readAsync(QString path, fhir::ReadingOptions options)
{
    return taskOf(QtConcurrent::run(
        [path = std::move(path), options = std::move(options)] { return readFile(path, options); }));
}

fhir::ReadingOptions optionsFor(const workflow::Context &context)
{
    return {context.clock->today(), [context] { return context.newCommand(); }};
}

Json jsonOf(const std::vector<ImportRemark> &remarks)
{
    Json list{Json::Array{}};
    for (const auto &remark : remarks) {
        list.append(Json(Json::Object{
            {u"path"_s, remark.path}, {u"code"_s, codeOf(remark.code)}, {u"detail"_s, remark.detail}}));
    }
    return list;
}

Json jsonOf(const ImportReceipt &receipt, const std::vector<ImportRemark> &remarks, bool isDryRun)
{
    Json rows{Json::Object{}};
    for (const auto &[type, count] : receipt.rows)
        rows.insert(type, count);
    Json mrns{Json::Array{}};
    for (const auto &mrn : receipt.mrns)
        mrns.append(mrn);
    return Json(Json::Object{{u"ok"_s, receipt.patients > 0},
                             {u"dryRun"_s, isDryRun},
                             {u"patients"_s, receipt.patients},
                             {u"mrns"_s, mrns},
                             {u"rows"_s, rows},
                             {u"remarks"_s, jsonOf(remarks)}});
}

/// Nobody to import: the remarks say what the file held instead.
int failWithRemarks(const Call &call, const Error &error, const std::vector<ImportRemark> &remarks)
{
    auto json = jsonOf(ImportReceipt{}, remarks, call.invocation.isDryRun);
    json.insert(u"code"_s, error.code);
    call.print(json);
    call.say(sdk::errorText(error));
    return exitCodeOf(error);
}

Task<int> importFhir(Call call)
{
    auto signingIn = signIn(call);
    const auto seat = co_await signingIn;
    if (!seat)
        co_return call.fail(seat.error());

    const QString path = call.invocation.path(call.invocation.arguments.first());
    auto reading = readAsync(path, optionsFor(seat->context));
    const auto bundle = co_await reading;
    if (!bundle)
        co_return call.fail(bundle.error());
    const bool isDryRun = call.invocation.isDryRun;
    auto importing =
        workflow::importPatients(seat->context, seat->context.newCommand(), bundle->histories, isDryRun);
    const auto receipt = co_await importing;
    if (!receipt && receipt.error().code == "import.no-patient"_L1)
        co_return failWithRemarks(call, receipt.error(), bundle->remarks);
    if (!receipt)
        co_return call.fail(receipt.error());
    call.print(jsonOf(*receipt, bundle->remarks, isDryRun));
    call.say(u"%1 patients, %2 remarks on what could not be kept."_s.arg(receipt->patients)
                 .arg(bundle->remarks.size()));
    co_return Good;
}

} // namespace

Commands fhirCommands()
{
    return {{u"import fhir"_s, u"FILE"_s,
             u"Imports a FHIR R4 Bundle of at most 64 MiB: patients with histories (--dry-run)."_s,
             importFhir, 1}};
}

} // namespace simiao::cli
