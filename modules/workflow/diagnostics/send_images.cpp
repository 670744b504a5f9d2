#include "workflow/diagnostics/send_images.h"

#include "workflow/diagnostics/export_images.h"

namespace simiao::workflow {

namespace {

QString outcome(const ImageTransfer &done, qsizetype files)
{
    return QStringLiteral("sent=%1 failed=%2 total=%3")
        .arg(done.count.done)
        .arg(done.count.failed)
        .arg(files);
}

} // namespace

Task<Result<ImageTransfer>> sendImages(Context context,
                                       Uuid command,
                                       Id<administration::Patient> patient,
                                       std::shared_ptr<ImageArchive> archive,
                                       QStringList files,
                                       QString what,
                                       FileSent noted,
                                       TransferProgress progress,
                                       std::stop_token stop)
{
    const auto total = files.size();
    auto allowing = allowImageExport(
        context, command, patient, QStringLiteral("archive=%1 files=%2 identity=named").arg(what).arg(total));
    CO_TRY_VOID(co_await allowing);
    auto *noting = dynamic_cast<NotedSending *>(archive.get());
    auto sending = noting && noted
        ? noting->sendNoting(std::move(files), std::move(noted), std::move(progress), std::move(stop))
        : archive->send(std::move(files), std::move(progress), std::move(stop));
    auto sent = co_await sending;
    const auto detail = outcome(sent ? *sent : ImageTransfer{}, total);
    auto recording = context.store->commit(
        context.begin(context.newCommand(), QStringLiteral("imaging.export"), patient, detail));
    const auto recorded = co_await recording;
    if (sent && !recorded && !sent->endedBy)
        sent->endedBy = recorded.error();
    co_return Result<ImageTransfer>(std::move(sent));
}

} // namespace simiao::workflow
