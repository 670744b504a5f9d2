#include "integration/dicom/frames_there.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/fragments.h"
#include "integration/dicom/pixel_format.h"
#include "integration/dicom/raw_frame.h"

#include <QIODevice>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// Frames of bits follow each other without padding (PS3.5 8.1.1); all others are whole bytes.
qint64 bitsPerFrame(const PixelFormat &format)
{
    return format.bitsAllocated == 1 ? format.geometry.sampleCount() : format.nativeBytes() * 8;
}

/// An offset table that can be true spares the way along all fragments.
bool isTableOf(const FragmentTable &table, int frames, qint64 fileSize)
{
    return table.offsets.size() == std::size_t(frames)
        && table.offsets.back() < quint64(std::max<qint64>(fileSize - table.firstFragment, 0));
}

int codedFramesThere(const DatasetFile &file, int most)
{
    auto &device = *file.bytes.device;
    if (isTableOf(offsetTable(device, *file.layout.pixels), most, device.size()))
        return most;
    return int(readFragments(device, *file.layout.pixels, std::size_t(most)).fragments.size());
}

} // namespace

qint64 nativeFramesThere(const DatasetFile &file, const PixelFormat &format)
{
    const auto &place = *file.layout.pixels;
    const auto bytes = std::min(place.length, file.bytes.device->size() - place.offset);
    const auto perFrame = std::max<qint64>(1, bitsPerFrame(format));
    return (std::max<qint64>(0, bytes) * 8 + perFrame - 1) / perFrame;
}

int framesThere(const DatasetFile &file)
{
    const int most = std::min(frameCount(file), kMostFrames);
    if (most == 1 || !file.layout.pixels)
        return 1;
    if (file.layout.pixels->isEncapsulated)
        return std::max(1, codedFramesThere(file, most));
    const auto format = readPixelFormat(file.dataset(), *file.layout.pixels);
    if (!format)
        return 1;
    return int(std::clamp<qint64>(nativeFramesThere(file, *format), 1, most));
}

std::optional<imaging::Defect> framesMissing(const DatasetFile &file, qint64 there)
{
    const int stated = frameCount(file);
    const auto shown = std::min<qint64>(there, kMostFrames);
    if (shown >= stated)
        return std::nullopt;
    return imaging::Defect{.code = u"imaging.frames-missing"_s, .detail = u"%1/%2"_s.arg(shown).arg(stated)};
}

} // namespace simiao::dicom
