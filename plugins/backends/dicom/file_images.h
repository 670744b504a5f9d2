#pragma once

#include "integration/dicom/exporting/file_exporter.h"
#include "moved_images.h"

namespace simiao::dicom {

/// The images of a profile, which can also be written elsewhere.
class FileImages : public MovedImages, public workflow::ImageExporter
{
public:
    using MovedImages::MovedImages;

    Task<Result<workflow::ImageExport>> run(workflow::ImageExportOrder order,
                                            workflow::TransferProgress progress,
                                            std::stop_token stop) override
    {
        return m_exporter.run(std::move(order), std::move(progress), std::move(stop));
    }

private:
    FileExporter m_exporter;
};

} // namespace simiao::dicom
