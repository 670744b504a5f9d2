#pragma once

#include "core/result.h"

#include <cstdint>

namespace simiao::imaging {

/// How one sample is stored in memory, in the byte order of this machine.
enum class SampleType { U8, I8, U16, I16, U32, I32, F32, F64 };

int bytesPerSample(SampleType type);

/// The shape of one decoded frame: rows from top to bottom, samples of one pixel side by side, no gaps.
class FrameGeometry
{
public:
    /// DICOM Rows and Columns are 16-bit.
    static constexpr int kMaxEdge = 65'535;
    /// The largest frame that is held in memory: about 30 times a mammogram.
    static constexpr std::int64_t kMaxByteSize = std::int64_t{1} << 30;

    /// `imaging.geometry-empty` for an edge below 1, `imaging.geometry-too-large` beyond the limits,
    /// `imaging.samples-per-pixel` for anything but 1 (grey) and 3 (colour).
    static Result<FrameGeometry> create(int columns, int rows, int samplesPerPixel, SampleType type);

    int columns() const { return m_columns; }
    int rows() const { return m_rows; }
    int samplesPerPixel() const { return m_samplesPerPixel; }
    SampleType sampleType() const { return m_sampleType; }

    std::int64_t pixelCount() const { return std::int64_t{m_columns} * m_rows; }
    std::int64_t sampleCount() const { return pixelCount() * m_samplesPerPixel; }
    std::int64_t byteSize() const { return sampleCount() * bytesPerSample(m_sampleType); }

    bool operator==(const FrameGeometry &) const = default;

private:
    FrameGeometry(int columns, int rows, int samplesPerPixel, SampleType type);

    int m_columns;
    int m_rows;
    int m_samplesPerPixel;
    SampleType m_sampleType;
};

} // namespace simiao::imaging
