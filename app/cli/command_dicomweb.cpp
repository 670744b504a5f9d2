#include "cli/archive_question.h"
#include "cli/command_table.h"
#include "cli/files_to_send.h"
#include "cli/folder_sink.h"
#include "core/try.h"
#include "integration/dicomweb/dicomweb_archive.h"
#include "sdk/desk.h"

#include <QDir>

#include <algorithm>

namespace simiao::cli {

using namespace Qt::StringLiterals;
using dicomweb::DicomWebArchive;
using workflow::ImageTransfer;
using ArchivePointer = std::shared_ptr<DicomWebArchive>;

namespace {

constexpr int kToldEvery = 50;

/// The server that the call names; whoever calls logs in there, not here.
Result<ArchivePointer> archiveOf(const Invocation &invocation)
{
    dicomweb::ServerSettings settings;
    settings.http.server = QUrl(invocation.arguments.first(), QUrl::StrictMode);
    settings.name = http::originOf(settings.http.server);
    if (!invocation.user.isEmpty())
        settings.http.credentials = http::BasicCredentials{invocation.user, invocation.password};
    if (!invocation.caFile.isEmpty())
        settings.http.caFile = invocation.path(invocation.caFile);
    return DicomWebArchive::create(settings);
}

Json jsonOf(const Error &error)
{
    return Json(Json::Object{{u"kind"_s, errorKindName(error.kind)},
                             {u"code"_s, error.code},
                             {u"detail"_s, error.detail},
                             {u"text"_s, sdk::errorText(error)}});
}

Json jsonOf(const workflow::ArchiveProof &proof)
{
    Json notices{Json::Array{}};
    for (const auto &code : proof.notices)
        notices.append(
            Json(Json::Object{{u"code"_s, code}, {u"text"_s, sdk::errorText({ErrorKind::Invalid, code})}}));
    return Json(Json::Object{{u"ok"_s, true},
                             {u"peer"_s, proof.peer},
                             {u"protocol"_s, proof.protocol},
                             {u"milliseconds"_s, proof.milliseconds},
                             {u"notices"_s, notices}});
}

Json jsonOf(const ImageTransfer &transfer)
{
    Json failures{Json::Array{}};
    for (const auto &failure : transfer.failures) {
        auto json = jsonOf(failure.error);
        json.insert(u"sopInstanceUid"_s, failure.sopInstanceUid);
        failures.append(json);
    }
    return Json(Json::Object{{u"ok"_s, transfer.isWhole()},
                             {u"done"_s, transfer.count.done},
                             {u"failed"_s, transfer.count.failed},
                             {u"total"_s, countOrNull(transfer.count.total)},
                             {u"failures"_s, failures},
                             {u"endedBy"_s, transfer.endedBy ? jsonOf(*transfer.endedBy) : Json()}});
}

/// "50 of 600" on stderr, now and then.
workflow::TransferProgress progressOf(const Call &call)
{
    return [console = call.console](const workflow::TransferCount &count) {
        if (count.done % kToldEvery != 0 && count.done != count.total)
            return;
        const auto total = count.total ? QString::number(*count.total) : u"?"_s;
        console->err(u"%1 of %2\n"_s.arg(count.done).arg(total).toUtf8());
    };
}

int ending(const Call &call, const Result<ImageTransfer> &transfer)
{
    if (!transfer)
        return call.fail(transfer.error());
    return told(call, outcomeOf(*transfer), jsonOf(*transfer));
}

Task<int> probe(Call call)
{
    const auto archive = archiveOf(call.invocation);
    if (!archive)
        co_return call.fail(archive.error());
    auto probing = (*archive)->probe({});
    const auto proof = co_await probing;
    if (!proof)
        co_return call.fail(proof.error());
    call.print(jsonOf(*proof));
    co_return Good;
}

Result<workflow::StudyQuery> queryOf(const Invocation &invocation)
{
    TRY(auto query, studyQuery(invocation));
    query.studyInstanceUid = invocation.study;
    return query;
}

Task<int> find(Call call)
{
    const auto archive = archiveOf(call.invocation);
    if (!archive)
        co_return call.fail(archive.error());
    const auto query = queryOf(call.invocation);
    if (!query)
        co_return call.fail(query.error());
    auto finding = (*archive)->findStudies(*query, {});
    const auto found = co_await finding;
    if (!found)
        co_return call.fail(found.error());
    Json studies{Json::Array{}};
    for (const auto &study : found->studies)
        studies.append(studyJson(study));
    call.print(
        Json(Json::Object{{u"ok"_s, true}, {u"partial"_s, found->isPartial}, {u"studies"_s, studies}}));
    co_return Good;
}

Task<int> get(Call call)
{
    const auto invocation = call.invocation;
    const auto archive = archiveOf(invocation);
    if (!archive)
        co_return call.fail(archive.error());
    if (invocation.study.isEmpty())
        co_return call.fail(misread(u"study"_s, {}));
    const auto folder = invocation.path(invocation.arguments.at(1));
    if (!QDir().mkpath(folder))
        co_return call.fail({ErrorKind::Unavailable, u"disk.open"_s, folder});
    const auto files = std::make_shared<FolderSink>(folder, systemDisk());
    const workflow::Retrieval what{invocation.study, invocation.series, {}, {}};
    auto bringing = (*archive)->retrieve(what, files, progressOf(call), {});
    const auto transfer = co_await bringing;
    co_return ending(call, transfer);
}

Task<int> send(Call call)
{
    const auto archive = archiveOf(call.invocation);
    if (!archive)
        co_return call.fail(archive.error());
    const auto files = filesToSend(call.invocation.path(call.invocation.arguments.at(1)));
    auto sending = (*archive)->send(files, progressOf(call), {});
    const auto transfer = co_await sending;
    co_return ending(call, transfer);
}

} // namespace

Commands dicomWebCommands()
{
    return {{u"dicomweb probe"_s, u"URL"_s,
             u"Whether a web archive answers and what it lacks; --user logs in there (--ca-file)."_s, probe,
             1, Reach::NoStore},
            {u"dicomweb find"_s, u"URL"_s,
             u"Studies of a web archive (--name, --patient, --study, --modality, --from, --to, --limit)."_s,
             find, 1, Reach::NoStore},
            {u"dicomweb get"_s, u"URL FOLDER"_s,
             u"Brings a study (--study) or a series (--series) into a folder; goes on where it was cut."_s,
             get, 2, Reach::NoStore},
            {u"dicomweb send"_s, u"URL PATH"_s,
             u"Sends a DICOM file, or all of a folder but a DICOMDIR, to a web archive."_s, send, 2,
             Reach::NoStore}};
}

} // namespace simiao::cli
