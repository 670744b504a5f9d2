#include "workflow/diagnostics/archive_studies.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace simiao::workflow {

namespace {

/// May this be asked, and is it written down that it was?
Task<Result<void>> admitted(Context context, QString act, Id<administration::Patient> patient, QString detail)
{
    auto authorising = authorise(context, QStringLiteral("imaging.read"));
    CO_TRY_VOID(co_await authorising);
    auto recording = context.store->commit(context.begin(context.newCommand(), act, patient, detail));
    CO_TRY_VOID(co_await recording);
    co_return ok();
}

/// Archives have orders of their own.
void sortLatestFirst(std::vector<ArchivedStudy> &studies)
{
    std::ranges::sort(studies, std::ranges::greater(), [](const ArchivedStudy &study) {
        return std::tuple(study.studyDate, study.studyTime, study.studyInstanceUid);
    });
}

} // namespace

Task<Result<StudyList>> studiesInArchive(Context context,
                                         std::shared_ptr<ImageArchive> archive,
                                         Id<administration::Patient> patient,
                                         StudyQuery query,
                                         std::stop_token stop)
{
    auto admitting = admitted(context, QStringLiteral("archive.query"), patient, archive->displayName());
    CO_TRY_VOID(co_await admitting);
    auto finding = archive->findStudies(std::move(query), std::move(stop));
    auto found = co_await finding;
    if (found)
        sortLatestFirst(found->studies);
    co_return Result<StudyList>(std::move(found));
}

Task<Result<ImageTransfer>> bringStudy(Context context,
                                       std::shared_ptr<ImageArchive> archive,
                                       Id<administration::Patient> patient,
                                       Retrieval what,
                                       std::shared_ptr<ObjectSink> sink,
                                       TransferProgress progress,
                                       std::stop_token stop)
{
    const auto detail = archive->displayName() + u' ' + what.studyInstanceUid;
    auto admitting = admitted(context, QStringLiteral("archive.retrieve"), patient, detail);
    CO_TRY_VOID(co_await admitting);
    auto retrieving =
        archive->retrieve(std::move(what), std::move(sink), std::move(progress), std::move(stop));
    co_return co_await retrieving;
}

} // namespace simiao::workflow
