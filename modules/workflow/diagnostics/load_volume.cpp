#include "workflow/diagnostics/load_volume.h"

#include "core/try.h"
#include "imaging/volume/volume_builder.h"

namespace simiao::workflow {

using namespace imaging;

namespace {

using Frames = std::vector<std::shared_ptr<const Frame>>;

/// One picture of the series.
struct Wanted
{
    ImageInstance instance;
    int frame = 0;
};

std::vector<Wanted> picturesOf(const ImageSeries &series)
{
    std::vector<Wanted> pictures;
    for (const auto &instance : series.instances) {
        for (int frame = 0; frame < instance.frames; ++frame)
            pictures.push_back({instance, frame});
    }
    return pictures;
}

Result<VolumePtr> volumeOf(const Frames &frames, std::int64_t mostBytes)
{
    std::vector<SlicePlace> places;
    std::vector<SliceScale> scales;
    std::vector<Defect> defects;
    std::optional<LossyCompression> lossy;
    for (const auto &frame : frames) {
        places.push_back(placeOf(frame->facts()));
        scales.push_back(scaleOfSlice(frame->facts()));
        defects.insert(defects.end(), frame->facts().defects.begin(), frame->facts().defects.end());
        if (!lossy)
            lossy = frame->facts().lossy;
    }
    TRY(auto plan, planStack(places));
    const auto order = plan.order;
    const auto &first = frames[std::size_t(order.front())]->facts();
    TRY(auto builder, VolumeBuilder::create(std::move(plan), first, scales, mostBytes));
    for (int place = 0; place < int(order.size()); ++place) {
        TRY_VOID(builder.add(place, *frames[std::size_t(order[std::size_t(place)])]));
    }
    return std::move(builder).finish(std::move(defects), std::move(lossy));
}

void tell(const VolumeOrder &order, int done, std::size_t total)
{
    if (!order.progress)
        return;
    order.progress->done = done;
    order.progress->total = int(total);
}

} // namespace

Task<Result<VolumePtr>> loadVolumeByFrames(std::shared_ptr<ImageSource> source,
                                           VolumeOrder order,
                                           std::stop_token stop)
{
    const auto pictures = picturesOf(order.series);
    Frames frames;
    std::int64_t bytes = 0;
    for (const auto &picture : pictures) {
        if (stop.stop_requested())
            co_return cancelled();
        tell(order, int(frames.size()), pictures.size());
        auto asking = source->frame(picture.instance, picture.frame, stop);
        CO_TRY(auto frame, co_await asking);
        bytes += frame->geometry().byteSize();
        if (bytes > order.mostBytes)
            co_return Error{.kind = ErrorKind::Unavailable,
                            .code = QStringLiteral("imaging.volume-too-large"),
                            .detail = QStringLiteral("more than %1 bytes").arg(order.mostBytes)};
        frames.push_back(std::move(frame));
    }
    auto volume = volumeOf(frames, order.mostBytes);
    co_return Result<VolumePtr>(std::move(volume));
}

Task<Result<VolumePtr>> loadVolume(std::shared_ptr<ImageSource> source,
                                   VolumeOrder order,
                                   std::stop_token stop)
{
    auto asking = source->volume(order, stop);
    auto direct = co_await asking;
    if (direct || direct.error().code != QLatin1String("imaging.no-volumes"))
        co_return Result<VolumePtr>(std::move(direct));
    auto byFrames = loadVolumeByFrames(source, order, stop);
    auto volume = co_await byFrames;
    co_return Result<VolumePtr>(std::move(volume));
}

} // namespace simiao::workflow
