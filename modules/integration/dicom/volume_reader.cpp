#include "integration/dicom/volume_reader.h"

#include "core/try.h"
#include "imaging/volume/volume_builder.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/file_head.h"
#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/frame_facts.h"
#include "integration/dicom/frames_ahead.h"
#include "integration/dicom/sample_unpack.h"
#include "integration/dicom/slice_scan.h"
#include "integration/dicom/supplemental_palette.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using namespace imaging;

namespace {

/// One picture of the series, and how it can be read.
struct Picture
{
    QString path;
    int frame = 0;
    std::optional<ScannedSlice> scanned = {}; ///< nothing: more than a scan is needed
    bool isCompressed = false;
};

/// The file whose frames are read one after the other.
class OpenFile
{
public:
    Result<const DatasetFile *> at(const QString &path)
    {
        if (path != m_path) {
            TRY(m_file, openDataset(path, Elements::Standard));
            m_path = path;
        }
        if (!m_file.layout.pixels)
            return Error{.kind = ErrorKind::Invalid, .code = u"imaging.no-pixels"_s};
        return &m_file;
    }

private:
    QString m_path;
    DatasetFile m_file;
};

class Reader
{
public:
    Reader(const workflow::VolumeOrder &order, const std::stop_token &stop, const FrameDecoding &decoding)
        : m_order(order)
        , m_stop(stop)
        , m_decoding(decoding)
    {
        for (const auto &instance : order.series.instances) {
            for (int frame = 0; frame < instance.frames; ++frame)
                m_pictures.push_back({instance.location, frame});
        }
        if (m_order.progress)
            m_order.progress->total = int(m_pictures.size());
    }

    Result<VolumePtr> read()
    {
        TRY_VOID(scan());
        TRY(auto plan, planStack(m_places));
        const auto order = plan.order;
        TRY(const auto first, factsOf(picture(order, 0)));
        TRY(auto builder,
            VolumeBuilder::create(std::move(plan), first, m_scales, m_order.mostBytes, commonPhase()));
        FramesAhead compressed(compressedIn(order), m_decoding);
        for (int place = 0; place < int(order.size()); ++place) {
            if (m_stop.stop_requested())
                return cancelled();
            TRY_VOID(take(builder, place, picture(order, place), compressed));
            if (m_order.progress)
                m_order.progress->done = place + 1;
        }
        return std::move(builder).finish(std::move(m_defects), std::move(m_lossy));
    }

private:
    const Picture &picture(const std::vector<int> &order, int place) const
    {
        return m_pictures[std::size_t(order[std::size_t(place)])];
    }

    /// What is needed to know before there is memory for pixels.
    Result<void> scan()
    {
        for (auto &picture : m_pictures) {
            if (m_stop.stop_requested())
                return cancelled();
            picture.scanned = scanSlice(picture.path, m_files);
            if (picture.scanned) {
                m_places.push_back(picture.scanned->place);
                m_scales.push_back(picture.scanned->scale);
                note(picture.scanned->lossy);
                continue;
            }
            TRY(const auto facts, factsOf(picture));
            TRY(const auto *file, m_file.at(picture.path));
            picture.isCompressed = file->layout.pixels->isEncapsulated;
            m_places.push_back(placeOf(facts));
            m_scales.push_back(scaleOfSlice(facts));
            note(facts.lossy);
        }
        return ok();
    }

    /// One slice that lost something is enough for the volume.
    void note(const std::optional<imaging::LossyCompression> &lossy)
    {
        if (!m_lossy)
            m_lossy = lossy;
    }

    /// Where in a line of the cache most pixels begin in their files: what is copied to places that begin alike gets there in three
    /// quarters of the time.
    std::ptrdiff_t commonPhase() const
    {
        std::array<int, VolumeBuilder::kCacheLine> counts{};
        for (const auto &picture : m_pictures) {
            if (picture.scanned)
                ++counts[std::size_t(picture.scanned->pixels % VolumeBuilder::kCacheLine)];
        }
        const auto phase = std::ranges::max_element(counts) - counts.begin();
        return phase % 2 == 0 ? phase : 0;
    }

    Result<FrameFacts> factsOf(const Picture &picture)
    {
        TRY(const auto *file, m_file.at(picture.path));
        TRY(const auto format, readPixelFormat(file->dataset(), *file->layout.pixels));
        if (format.geometry.samplesPerPixel() != 1 || format.photometric == u"PALETTE COLOR"_s
            || isColouredInPart(file->dataset(), picture.frame))
            return Error{.kind = ErrorKind::Invalid, .code = u"imaging.volume-colour"_s};
        return readFrameFacts(*file, picture.frame, format);
    }

    std::vector<FramesAhead::Place> compressedIn(const std::vector<int> &order) const
    {
        std::vector<FramesAhead::Place> places;
        for (int place = 0; place < int(order.size()); ++place) {
            if (const auto &one = picture(order, place); one.isCompressed)
                places.push_back({one.path, one.frame});
        }
        return places;
    }

    Result<void> take(VolumeBuilder &builder, int place, const Picture &picture, FramesAhead &compressed)
    {
        const auto room = builder.room(place);
        if (picture.scanned && !room.empty() && readInto(room, picture)) {
            builder.filled(place);
            return ok();
        }
        TRY(const auto frame, picture.isCompressed ? compressed.take() : readHere(picture));
        m_defects.insert(m_defects.end(), frame->facts().defects.begin(), frame->facts().defects.end());
        return builder.add(place, *frame);
    }

    Result<std::shared_ptr<const imaging::Frame>> readHere(const Picture &picture)
    {
        TRY(const auto *file, m_file.at(picture.path));
        TRY(auto decoded, decodedFrame(*file, picture.frame));
        return imaging::Frame::create(std::move(decoded.facts), std::move(decoded.pixels));
    }

    /// False where the file ends early: the decoder says what is missing.
    bool readInto(std::span<std::byte> room, const Picture &picture)
    {
        if (!readFilePart(m_files, picture.path, picture.scanned->pixels, room))
            return false;
        cutToStoredBits(room, picture.scanned->format);
        return true;
    }

    const workflow::VolumeOrder &m_order;
    const std::stop_token &m_stop;
    const FrameDecoding &m_decoding;
    std::vector<Picture> m_pictures;
    std::vector<SlicePlace> m_places;
    std::vector<SliceScale> m_scales;
    std::vector<Defect> m_defects;
    std::optional<imaging::LossyCompression> m_lossy;
    OpenFile m_file;
    FileOpener m_files;
};

} // namespace

Result<VolumePtr> readVolume(const workflow::VolumeOrder &order,
                             const std::stop_token &stop,
                             const FrameDecoding &decoding)
{
    return Reader(order, stop, decoding).read();
}

} // namespace simiao::dicom
