#include "workflow/diagnostics/export_images.h"

namespace simiao::workflow {

namespace {

const QString kAct = QStringLiteral("imaging.export");

QString identityOf(const ImageExportOrder &order)
{
    return order.isAnonymised ? QStringLiteral("anonymised") : QStringLiteral("named");
}

/// What is asked for; what else lies in the places is not known yet.
QString intended(const ImageExportOrder &order)
{
    std::size_t images = order.objects.size();
    for (const auto &series : order.series)
        images += series.instances.size();
    return QStringLiteral("dicom=%1 places=%2 identity=%3")
        .arg(images)
        .arg(order.places.size())
        .arg(identityOf(order));
}

/// \param done  null where it did not begin
QString outcome(const ImageExport *done, const QString &identity)
{
    const ImageExport nothing;
    const auto &result = done != nullptr ? *done : nothing;
    int leftOut = 0;
    for (const int count : result.leftOut)
        leftOut += count;
    return QStringLiteral("written=%1 failed=%2 left-out=%3 identity=%4")
        .arg(result.count.done)
        .arg(result.count.failed)
        .arg(leftOut)
        .arg(identity);
}

} // namespace

Task<Result<void>> allowImageExport(Context context,
                                    Uuid command,
                                    Id<administration::Patient> patient,
                                    QString detail)
{
    auto authorising = authorise(context, kAct);
    CO_TRY_VOID(co_await authorising);
    auto recording = context.store->commit(context.begin(command, kAct, patient, detail));
    CO_TRY_VOID(co_await recording);
    co_return ok();
}

Task<Result<ImageExport>> exportImages(Context context,
                                       Uuid command,
                                       Id<administration::Patient> patient,
                                       std::shared_ptr<ImageExporter> exporter,
                                       ImageExportOrder order,
                                       TransferProgress progress,
                                       std::stop_token stop)
{
    const auto identity = identityOf(order);
    auto allowing = allowImageExport(context, command, patient, intended(order));
    CO_TRY_VOID(co_await allowing);
    auto exporting = exporter->run(std::move(order), std::move(progress), std::move(stop));
    auto done = co_await exporting;
    auto recording = context.store->commit(
        context.begin(context.newCommand(), kAct, patient, outcome(done ? &*done : nullptr, identity)));
    const auto recorded = co_await recording;
    // The files are there and the trail knows of the wish; that it does not know their number is to be told.
    if (done && !recorded && !done->endedBy)
        done->endedBy = recorded.error();
    co_return Result<ImageExport>(std::move(done));
}

} // namespace simiao::workflow
