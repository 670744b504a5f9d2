#include "integration/dicom/file_image_source.h"

#include "core/try.h"
#include "integration/dicom/either_stop.h"
#include "integration/dicom/folder_listing.h"
#include "integration/dicom/index/header_index.h"
#include "integration/dicom/left_behind.h"
#include "integration/dicom/pool_task.h"
#include "integration/dicom/series_texts.h"
#include "integration/dicom/volume_reader.h"

#include <QLoggingCategory>
#include <QThread>

#include <algorithm>

namespace simiao::dicom {

namespace {

Q_LOGGING_CATEGORY(logDicom, "simiao.dicom")

int threadCount(int asked)
{
    return asked > 0 ? asked : std::max(1, QThread::idealThreadCount() - 1);
}

Result<std::vector<workflow::ImageSeries>> listed(const QString &location,
                                                  const std::stop_token &stop,
                                                  DecoderPool &decoders,
                                                  HeaderIndex *index)
{
    const auto parse = [&decoders](const QString &path) { return decoders.header(path); };
    const auto fileIds = [&decoders](const QString &path) { return decoders.mediumFileIds(path); };
    TRY(auto listing, listFolder(location, WalkLimits{}, stop, {index, parse, fileIds}));
    if (!listing.skipped.isEmpty())
        qCWarning(logDicom).noquote() << "passed over:" << summary(listing.skipped);
    if (!listing.missing.isEmpty())
        qCWarning(logDicom).noquote() << "not on the medium:" << listing.missing.mid(0, 20).join(u' ');
    return std::move(listing.series);
}

} // namespace

FileImageSource::FileImageSource(int threads, const QString &decoder, std::shared_ptr<HeaderIndex> index)
    : m_decoders({.program = decoder, .workers = threadCount(threads)})
    , m_index(std::move(index))
    , m_texts([this](const QString &path) { return m_decoders.texts(path); })
{
    m_pool.setMaxThreadCount(threadCount(threads));
}

FileImageSource::~FileImageSource()
{
    m_closing.request_stop();
    m_decoders.close();
    m_pool.waitForDone();
}

Task<Result<std::vector<workflow::ImageSeries>>> FileImageSource::list(QString location, std::stop_token stop)
{
    return onPool(&m_pool, [this, location, stop, closing = m_closing.get_token()] {
        return listed(location, EitherStop(stop, closing).token(), m_decoders, m_index.get());
    });
}

Task<Result<std::vector<workflow::SeriesReading>>> FileImageSource::readTexts(
    std::vector<workflow::ImageSeries> series,
    QString characterSet,
    std::stop_token stop)
{
    return onPool(
        &m_pool,
        [this, series = std::move(series), characterSet, stop, closing = m_closing.get_token()]() mutable {
            return readSeriesTexts(std::move(series), characterSet, m_texts,
                                   EitherStop(stop, closing).token());
        });
}

Task<Result<std::shared_ptr<const imaging::Frame>>> FileImageSource::frame(workflow::ImageInstance instance,
                                                                           int frameIndex,
                                                                           std::stop_token stop)
{
    return decoded(&DecoderPool::frame, instance.location, frameIndex, std::move(stop));
}

Task<Result<std::shared_ptr<const imaging::Frame>>> FileImageSource::preview(workflow::ImageInstance instance,
                                                                             int frameIndex,
                                                                             std::stop_token stop)
{
    return decoded(&DecoderPool::preview, instance.location, frameIndex, std::move(stop));
}

Task<Result<std::shared_ptr<const imaging::Frame>>> FileImageSource::decoded(Decode decode,
                                                                             QString path,
                                                                             int frameIndex,
                                                                             std::stop_token stop)
{
    using Outcome = Result<std::shared_ptr<const imaging::Frame>>;
    return onPool(&m_pool,
                  [this, decode, path, frameIndex, stop, closing = m_closing.get_token()]() -> Outcome {
                      if (stop.stop_requested() || closing.stop_requested())
                          return cancelled();
                      return (m_decoders.*decode)(path, frameIndex);
                  });
}

Task<Result<std::vector<imaging::SlicePlane>>> FileImageSource::framePlanes(workflow::ImageInstance instance,
                                                                            std::stop_token stop)
{
    using Outcome = Result<std::vector<imaging::SlicePlane>>;
    return onPool(&m_pool,
                  [this, path = instance.location, stop, closing = m_closing.get_token()]() -> Outcome {
                      if (stop.stop_requested() || closing.stop_requested())
                          return cancelled();
                      return m_decoders.framePlanes(path);
                  });
}

Task<Result<workflow::LeftBehind>> FileImageSource::leftBehind(QString location,
                                                               workflow::TakenFiles taken,
                                                               std::stop_token stop)
{
    return onPool(&m_pool, [this, location, taken = std::move(taken), stop, closing = m_closing.get_token()] {
        return leftBehindAt(location, taken, EitherStop(stop, closing).token(), m_decoders);
    });
}

void FileImageSource::prepare()
{
    m_pool.start([this] {
        m_decoders.warmUp();
        if (const auto missing = m_decoders.impairment())
            qCWarning(logDicom).noquote() << logLine(*missing);
    });
}

std::optional<Error> FileImageSource::impairment() const
{
    return m_decoders.impairment();
}

Task<Result<imaging::VolumePtr>> FileImageSource::volume(workflow::VolumeOrder order, std::stop_token stop)
{
    return onPool(&m_pool, [this, order, stop, closing = m_closing.get_token()] {
        const FrameDecoding inProcess{
            .decode = [this](const QString &path, int frame) { return m_decoders.frame(path, frame); },
            .atATime = m_decoders.workers()};
        return readVolume(order, EitherStop(stop, closing).token(), inProcess);
    });
}

} // namespace simiao::dicom
