#include "workflow/diagnostics/export_images.h"

namespace simiao::workflow {

namespace {

QString detailOf(const ImageExportOrder &order)
{
    std::size_t images = order.objects.size();
    for (const auto &series : order.series)
        images += series.instances.size();
    return QStringLiteral("dicom=%1 identity=%2")
        .arg(images)
        .arg(order.isAnonymised ? QStringLiteral("anonymised") : QStringLiteral("named"));
}

} // namespace

Task<Result<void>> allowImageExport(Context context,
                                    Uuid command,
                                    Id<administration::Patient> patient,
                                    QString detail)
{
    const auto act = QStringLiteral("imaging.export");
    auto authorising = authorise(context, act);
    CO_TRY_VOID(co_await authorising);
    auto recording = context.store->commit(context.begin(command, act, patient, detail));
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
    auto allowing = allowImageExport(context, command, patient, detailOf(order));
    CO_TRY_VOID(co_await allowing);
    auto exporting = exporter->run(std::move(order), std::move(progress), std::move(stop));
    co_return co_await exporting;
}

} // namespace simiao::workflow
