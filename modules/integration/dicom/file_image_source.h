#pragma once

#include "workflow/ports/image_source.h"

#include <QThreadPool>

namespace simiao::dicom {

/// DICOM files in folders: a disk, a share, a CD.
/// Files that were passed over in a listing are counted by reason in the log.
/// Its destructor asks running work to stop and waits for the frame that is being decoded.
class FileImageSource : public workflow::ImageSource
{
public:
    /// \param threads  decoders at a time; 0 leaves one core to the screen
    explicit FileImageSource(int threads = 0);
    ~FileImageSource() override;

    Task<Result<std::vector<workflow::ImageSeries>>> list(QString location, std::stop_token stop) override;
    Task<Result<std::shared_ptr<const imaging::Frame>>> frame(workflow::ImageInstance instance,
                                                              int frameIndex,
                                                              std::stop_token stop) override;

private:
    QThreadPool m_pool;
    std::stop_source m_closing;
};

} // namespace simiao::dicom
