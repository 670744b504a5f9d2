#include "integration/dicom/exporting/file_exporter.h"

#include "integration/dicom/either_stop.h"
#include "integration/dicom/exporting/export_run.h"
#include "integration/dicom/pool_task.h"

namespace simiao::dicom {

FileExporter::FileExporter(const QString &decoder)
    : m_decoders({.program = decoder})
{
    m_pool.setMaxThreadCount(1);
}

FileExporter::~FileExporter()
{
    m_closing.request_stop();
    m_decoders.close();
    m_pool.waitForDone();
}

Task<Result<workflow::ImageExport>> FileExporter::run(workflow::ImageExportOrder order,
                                                      workflow::TransferProgress progress,
                                                      std::stop_token stop)
{
    return onPool(&m_pool,
                  [this, order = std::move(order), progress = std::move(progress), stop,
                   closing = m_closing.get_token()] {
                      return runExport(order, progress, EitherStop(stop, closing).token(), m_decoders);
                  });
}

} // namespace simiao::dicom
