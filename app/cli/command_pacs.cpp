#include "cli/archive_question.h"
#include "cli/cli_session.h"
#include "cli/command_table.h"
#include "cli/files_to_send.h"
#include "cli/folder_sink.h"
#include "core/task_of.h"
#include "core/try.h"
#include "integration/dicom/worker/decoder_pool.h"
#include "integration/dimse/archive_settings.h"
#include "integration/dimse/commitment.h"
#include "integration/dimse/dimse_archive.h"
#include "integration/dimse/dimse_worklist.h"
#include "integration/dimse/outgoing_file.h"
#include "sdk/desk.h"

#include <QDir>
#include <QtConcurrentRun>

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

/// Whom a call is about.
struct Peer
{
    dimse::Destination destination;
    dimse::ListeningPlace place;
};

Result<Peer> peerOf(const Call &call, bool isWorklist)
{
    TRY(const auto config, bootstrap::settingsFor(call.invocation.start));
    const auto settings = dimse::archiveSettings(config);
    for (const auto &fault : settings.faults)
        call.say(sdk::errorText(fault));
    const auto &known = isWorklist ? settings.worklists : settings.archives;
    TRY(auto destination, dimse::destinationNamed(call.invocation.arguments.first(), known, config));
    return Peer{std::move(destination), settings.place.value_or(dimse::ListeningPlace())};
}

Json jsonOf(const std::vector<dimse::Destination> &peers)
{
    Json list{Json::Array{}};
    for (const auto &peer : peers)
        list.append(Json(Json::Object{{u"name"_s, peer.name},
                                      {u"address"_s, peer.address()},
                                      {u"way"_s, peer.way == dimse::Way::Move ? u"move"_s : u"get"_s}}));
    return list;
}

Task<int> list(Call call)
{
    const auto config = bootstrap::settingsFor(call.invocation.start);
    if (!config)
        co_return call.fail(config.error());
    const auto settings = dimse::archiveSettings(*config);
    Json faults{Json::Array{}};
    for (const auto &fault : settings.faults) {
        faults.append(Json(Json::Object{{u"code"_s, fault.code}, {u"detail"_s, fault.detail}}));
        call.say(sdk::errorText(fault));
    }
    call.print(Json(Json::Object{{u"ok"_s, settings.faults.empty()},
                                 {u"title"_s, config->value(u"dicom.title"_s)},
                                 {u"archives"_s, jsonOf(settings.archives)},
                                 {u"worklists"_s, jsonOf(settings.worklists)},
                                 {u"faults"_s, faults}}));
    const int code = settings.faults.empty() ? Good : Refused;
    co_return code;
}

Task<int> echo(Call call)
{
    const auto peer = peerOf(call, false);
    if (!peer)
        co_return call.fail(peer.error());
    dimse::DimseArchive archive(peer->destination, peer->place);
    auto probing = archive.probe({});
    const auto proof = co_await probing;
    if (!proof)
        co_return call.fail(proof.error());
    Json notices{Json::Array{}};
    for (const auto &notice : proof->notices)
        notices.append(notice);
    call.print(Json(Json::Object{{u"ok"_s, true},
                                 {u"peer"_s, proof->peer},
                                 {u"protocol"_s, proof->protocol},
                                 {u"milliseconds"_s, proof->milliseconds},
                                 {u"notices"_s, notices}}));
    co_return Good;
}

/// Names of patients and images are for those who may see images; what was asked for is in the trail.
Task<Result<Seat>> admitted(Call call, QString act, QString detail)
{
    auto signingIn = signIn(call);
    CO_TRY(auto seat, co_await signingIn);
    auto authorising = workflow::authorise(seat.context, u"imaging.read"_s);
    CO_TRY_VOID(co_await authorising);
    auto recording =
        seat.context.store->commit(seat.context.begin(seat.context.newCommand(), act, {}, detail));
    CO_TRY_VOID(co_await recording);
    co_return Result<Seat>(std::move(seat));
}

Task<int> find(Call call)
{
    const auto peer = peerOf(call, false);
    if (!peer)
        co_return call.fail(peer.error());
    const auto query = studyQuery(call.invocation);
    if (!query)
        co_return call.fail(query.error());
    auto admitting = admitted(call, u"archive.query"_s, peer->destination.address());
    const auto seat = co_await admitting;
    if (!seat)
        co_return call.fail(seat.error());
    dimse::DimseArchive archive(peer->destination, peer->place);
    auto finding = archive.findStudies(*query, {});
    const auto found = co_await finding;
    if (!found)
        co_return call.fail(found.error());
    Json studies{Json::Array{}};
    for (const auto &study : found->studies)
        studies.append(studyJson(study));
    call.print(
        Json(Json::Object{{u"ok"_s, true}, {u"isPartial"_s, found->isPartial}, {u"studies"_s, studies}}));
    co_return Good;
}

/// "n of m" and why not all.
Json jsonOf(const workflow::ImageTransfer &transfer)
{
    Json failures{Json::Array{}};
    for (const auto &failure : transfer.failures) {
        failures.append(Json(Json::Object{{u"sopInstanceUid"_s, failure.sopInstanceUid},
                                          {u"code"_s, failure.error.code},
                                          {u"detail"_s, failure.error.detail}}));
    }
    Json json(Json::Object{{u"ok"_s, transfer.isWhole()},
                           {u"done"_s, transfer.count.done},
                           {u"failed"_s, transfer.count.failed},
                           {u"total"_s, countOrNull(transfer.count.total)},
                           {u"failures"_s, failures}});
    if (transfer.endedBy) {
        json.insert(u"code"_s, transfer.endedBy->code);
        json.insert(u"detail"_s, transfer.endedBy->detail);
    }
    return json;
}

Task<int> get(Call call)
{
    const auto peer = peerOf(call, false);
    if (!peer)
        co_return call.fail(peer.error());
    const auto folder = call.invocation.path(call.invocation.out);
    if (call.invocation.out.isEmpty() || !QDir().mkpath(folder))
        co_return call.fail(misread(u"out"_s, call.invocation.out));
    workflow::Retrieval what;
    what.studyInstanceUid = call.invocation.arguments.at(1);
    auto admitting = admitted(call, u"archive.retrieve"_s,
                              u"%1 %2"_s.arg(peer->destination.address(), what.studyInstanceUid));
    const auto seat = co_await admitting;
    if (!seat)
        co_return call.fail(seat.error());
    dimse::DimseArchive archive(peer->destination, peer->place);
    auto retrieving = archive.retrieve(what, std::make_shared<FolderSink>(folder, systemDisk()), {}, {});
    const auto transfer = co_await retrieving;
    if (!transfer)
        co_return call.fail(transfer.error());
    const int code = told(call, outcomeOf(*transfer), jsonOf(*transfer));
    co_return code;
}

/// What the archive says to the question whether it keeps what it was sent.
Result<dimse::Commitment> committed(const Peer &peer, const QStringList &files)
{
    dicom::DecoderPool decoders({.program = dicom::decoderBesideProgram()});
    std::vector<dimse::SentObject> objects;
    for (const auto &path : files) {
        TRY(const auto file, dimse::outgoingFile(path, decoders));
        objects.push_back({file.sopClass, file.sopInstance});
    }
    const bool canCall = peer.place.port != 0;
    return dimse::commit(peer.destination, canCall ? std::optional(peer.place) : std::nullopt, objects, {});
}

Task<int> send(Call call)
{
    const auto peer = peerOf(call, false);
    if (!peer)
        co_return call.fail(peer.error());
    const auto files = filesToSend(call.invocation.path(call.invocation.arguments.at(1)));
    auto admitting = admitted(call, u"archive.send"_s,
                              u"%1 files=%2"_s.arg(peer->destination.address()).arg(files.size()));
    const auto seat = co_await admitting;
    if (!seat)
        co_return call.fail(seat.error());
    dimse::DimseArchive archive(peer->destination, peer->place);
    auto sending = archive.send(files, {}, {});
    auto transfer = co_await sending;
    if (!transfer)
        co_return call.fail(transfer.error());
    auto json = jsonOf(*transfer);
    if (call.invocation.isCommitted && transfer->isWhole()) {
        auto asking = taskOf(QtConcurrent::run([peer = *peer, files] { return committed(peer, files); }));
        const auto commitment = co_await asking;
        if (commitment) {
            transfer->failures = commitment->failures;
            transfer->count.failed = int(commitment->failures.size());
        } else { // they are there all the same
            transfer->endedBy = commitment.error();
        }
        json = jsonOf(*transfer);
        json.insert(u"committed"_s, commitment ? Json(int(commitment->committed.size())) : Json());
    }
    const int code = told(call, outcomeOf(*transfer), json);
    co_return code;
}

Json jsonOf(const workflow::ScheduledStep &step)
{
    return Json(Json::Object{{u"patientName"_s, step.patientName},
                             {u"patientId"_s, step.patientId},
                             {u"patientBirthDate"_s, step.patientBirthDate},
                             {u"patientSex"_s, step.patientSex},
                             {u"accessionNumber"_s, step.accessionNumber},
                             {u"studyInstanceUid"_s, step.studyInstanceUid},
                             {u"requestedProcedureId"_s, step.requestedProcedureId},
                             {u"requestedProcedure"_s, step.requestedProcedure},
                             {u"modality"_s, step.modality},
                             {u"stationAeTitle"_s, step.stationAeTitle},
                             {u"startDate"_s, step.startDate},
                             {u"startTime"_s, step.startTime},
                             {u"stepId"_s, step.stepId},
                             {u"step"_s, step.step}});
}

Result<workflow::WorklistQuery> worklistQuery(const Invocation &invocation)
{
    workflow::WorklistQuery query{
        .patientId = invocation.patient, .patientName = invocation.name, .modality = invocation.modality};
    TRY(query.from, dateOf(u"from"_s, invocation.from));
    TRY(query.to, dateOf(u"to"_s, invocation.to));
    if (invocation.limit > 0)
        query.limit = invocation.limit;
    return query;
}

Task<int> worklist(Call call)
{
    const auto peer = peerOf(call, true);
    if (!peer)
        co_return call.fail(peer.error());
    const auto query = worklistQuery(call.invocation);
    if (!query)
        co_return call.fail(query.error());
    auto admitting = admitted(call, u"worklist.query"_s, peer->destination.address());
    const auto seat = co_await admitting;
    if (!seat)
        co_return call.fail(seat.error());
    dimse::DimseWorklist server(peer->destination);
    auto finding = server.find(*query, {});
    const auto found = co_await finding;
    if (!found)
        co_return call.fail(found.error());
    Json steps{Json::Array{}};
    for (const auto &step : found->steps)
        steps.append(jsonOf(step));
    call.print(Json(Json::Object{{u"ok"_s, true}, {u"isPartial"_s, found->isPartial}, {u"steps"_s, steps}}));
    co_return Good;
}

} // namespace

Commands pacsCommands()
{
    return {{u"pacs list"_s,
             {},
             u"Archives and worklists of the settings, and what is wrong with them."_s,
             list,
             0,
             Reach::NoStore},
            {u"pacs echo"_s, u"ARCHIVE"_s,
             u"Tests the connection to an archive: its name in the settings, or dicom://TITLE@host:port."_s,
             echo, 1, Reach::NoStore},
            {u"pacs find"_s, u"ARCHIVE"_s,
             u"Studies of an archive (--name, --patient, --modality, --from, --to, --limit)."_s, find, 1},
            {u"pacs get"_s, u"ARCHIVE STUDY"_s,
             u"Brings the images of a study, by its UID, into a folder (--out); what is there already is not "
             u"asked "
             u"for again."_s,
             get, 2},
            {u"pacs send"_s, u"ARCHIVE PATH"_s,
             u"Sends a DICOM file, or all below a folder; --commit asks the archive to answer for them."_s,
             send, 2},
            {u"pacs worklist"_s, u"WORKLIST"_s,
             u"What is planned on the devices (--name, --patient, --modality, --from, --to, --limit)."_s,
             worklist, 1}};
}

} // namespace simiao::cli
