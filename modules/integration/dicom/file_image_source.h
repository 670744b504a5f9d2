#pragma once

#include "integration/dicom/raw_texts.h"
#include "integration/dicom/worker/decoder_pool.h"
#include "workflow/ports/frame_places.h"
#include "workflow/ports/image_source.h"
#include "workflow/ports/left_behind.h"

#include <QThreadPool>

namespace simiao::dicom {

class HeaderIndex;

/// DICOM files in folders: a disk, a share, a CD.
/// Files that were passed over in a listing are counted by reason in the log.
/// Foreign bytes are decoded in other processes (DecoderPool); a listing reads most headers by scanHeader, in this one.
/// Its destructor ends running work.
class FileImageSource : public workflow::ImageSource,
                        public workflow::FramePlaces,
                        public workflow::PlaceRemains
{
public:
    /// \param threads  decoders at a time; 0 leaves one core to the screen
    /// \param decoder  the program that decodes; empty: this process does
    /// \param index    what was read before; may be null
    explicit FileImageSource(int threads = 0,
                             const QString &decoder = decoderBesideProgram(),
                             std::shared_ptr<HeaderIndex> index = nullptr);
    ~FileImageSource() override;

    Task<Result<std::vector<workflow::ImageSeries>>> list(QString location, std::stop_token stop) override;
    Task<Result<std::vector<workflow::SeriesReading>>> readTexts(std::vector<workflow::ImageSeries> series,
                                                                 QString characterSet,
                                                                 std::stop_token stop) override;
    Task<Result<std::shared_ptr<const imaging::Frame>>> frame(workflow::ImageInstance instance,
                                                              int frameIndex,
                                                              std::stop_token stop) override;
    Task<Result<std::shared_ptr<const imaging::Frame>>> preview(workflow::ImageInstance instance,
                                                                int frameIndex,
                                                                std::stop_token stop) override;
    Task<Result<imaging::VolumePtr>> volume(workflow::VolumeOrder order, std::stop_token stop) override;
    Task<Result<std::vector<imaging::SlicePlane>>> framePlanes(workflow::ImageInstance instance,
                                                               std::stop_token stop) override;
    Task<Result<workflow::LeftBehind>> leftBehind(QString location,
                                                  workflow::TakenFiles taken,
                                                  std::stop_token stop) override;
    void prepare() override;
    std::optional<Error> impairment() const override;

private:
    using Decode = Result<std::shared_ptr<const imaging::Frame>> (DecoderPool::*)(const QString &path,
                                                                                  int frameIndex);
    Task<Result<std::shared_ptr<const imaging::Frame>>> decoded(Decode decode,
                                                                QString path,
                                                                int frameIndex,
                                                                std::stop_token stop);

    DecoderPool m_decoders;
    QThreadPool m_pool;
    std::stop_source m_closing;
    std::shared_ptr<HeaderIndex> m_index;
    RawTextReader m_texts;
};

} // namespace simiao::dicom
