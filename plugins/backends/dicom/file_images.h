#pragma once

#include "integration/dicom/exporting/file_exporter.h"
#include "integration/dicom/file_imaging_objects.h"
#include "moved_images.h"

namespace simiao::dicom {

/// The images of a profile, which can also be written elsewhere.
class FileImages : public MovedImages, public workflow::ImageExporter
{
public:
    /// \param objects  what they lack is told by the images too: the program decodes both in the same way
    FileImages(std::shared_ptr<workflow::ImageSource> source,
               std::shared_ptr<const FileImagingObjects> objects,
               QString folder,
               QStringList formerFolders)
        : MovedImages(std::move(source), std::move(folder), std::move(formerFolders))
        , m_objects(std::move(objects))
    {
    }

    std::optional<Error> impairment() const override
    {
        const auto ofImages = MovedImages::impairment();
        return ofImages ? ofImages : m_objects->impairment();
    }
    Task<Result<workflow::ImageExport>> run(workflow::ImageExportOrder order,
                                            workflow::TransferProgress progress,
                                            std::stop_token stop) override
    {
        for (auto &place : order.places)
            place = placeNow(place);
        return m_exporter.run(std::move(order), std::move(progress), std::move(stop));
    }

private:
    std::shared_ptr<const FileImagingObjects> m_objects;
    FileExporter m_exporter;
};

} // namespace simiao::dicom
