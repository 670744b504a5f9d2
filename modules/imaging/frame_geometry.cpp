#include "imaging/frame_geometry.h"

namespace simiao::imaging {

namespace {

Error refused(const QString &code, int columns, int rows, int samplesPerPixel)
{
    const auto shape = QStringLiteral("%1 x %2 x %3").arg(columns).arg(rows).arg(samplesPerPixel);
    return {.kind = ErrorKind::Invalid, .code = code, .detail = shape};
}

} // namespace

int bytesPerSample(SampleType type)
{
    switch (type) {
    case SampleType::U8:
    case SampleType::I8: return 1;
    case SampleType::U16:
    case SampleType::I16: return 2;
    case SampleType::U32:
    case SampleType::I32:
    case SampleType::F32: return 4;
    case SampleType::F64: return 8;
    }
    return 0;
}

Result<FrameGeometry> FrameGeometry::create(int columns, int rows, int samplesPerPixel, SampleType type)
{
    if (columns < 1 || rows < 1)
        return refused(QStringLiteral("imaging.geometry-empty"), columns, rows, samplesPerPixel);
    if (samplesPerPixel != 1 && samplesPerPixel != 3)
        return refused(QStringLiteral("imaging.samples-per-pixel"), columns, rows, samplesPerPixel);
    if (columns > kMaxEdge || rows > kMaxEdge)
        return refused(QStringLiteral("imaging.geometry-too-large"), columns, rows, samplesPerPixel);

    // Edges of 16 bits, at most 3 samples of 8 bytes: the product stays below 2^37, no overflow.
    const FrameGeometry geometry(columns, rows, samplesPerPixel, type);
    if (geometry.byteSize() > kMaxByteSize)
        return refused(QStringLiteral("imaging.geometry-too-large"), columns, rows, samplesPerPixel);
    return geometry;
}

FrameGeometry::FrameGeometry(int columns, int rows, int samplesPerPixel, SampleType type)
    : m_columns(columns)
    , m_rows(rows)
    , m_samplesPerPixel(samplesPerPixel)
    , m_sampleType(type)
{
}

} // namespace simiao::imaging
