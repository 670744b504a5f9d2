#pragma once

#include "workflow/ports/image_export.h"

#include <QThreadPool>

namespace simiao::dicom {

/// Exports files that FileImageSource listed, one export at a time.
/// Its destructor asks the running export to stop and waits for the file that is being written.
class FileExporter : public workflow::ImageExporter
{
public:
    FileExporter();
    ~FileExporter() override;

    Task<Result<workflow::ImageExport>> run(workflow::ImageExportOrder order,
                                            workflow::TransferProgress progress,
                                            std::stop_token stop) override;

private:
    QThreadPool m_pool;
    std::stop_source m_closing;
};

} // namespace simiao::dicom
