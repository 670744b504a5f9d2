#include "imaging/screen_scale.h"

#include "imaging/pixel_kernels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <vector>

namespace simiao::imaging {

namespace {

constexpr std::uint32_t kBlack = 0xff000000U;
constexpr std::size_t kReadBeyond = 4;

/// Two neighbours and how much the second counts, of 1 << kWeightBits.
struct Mix
{
    int first = 0;
    int secondWeight = 0;
};

double placeOf(const ScreenAxis &axis, int pixel)
{
    return axis.origin + (pixel + 0.5) * axis.step;
}

/// \param size  of the picture; at least 1, and one more pixel may be read
Mix mixAt(double place, int size)
{
    const double from = std::clamp(place - 0.5, 0.0, double(size - 1)); // centres of pixels are whole then
    const int first = int(from);
    return {first, int(std::lround((from - first) * (1 << kWeightBits)))};
}

/// The device pixels, `begin` to `end`, that show the picture.
struct Covered
{
    int begin = 0;
    int end = 0;
};

Covered coveredBy(const ScreenAxis &axis, int size, int pixels)
{
    const auto shows = [&](int pixel) {
        const double place = placeOf(axis, pixel);
        return place >= 0 && place < size;
    };
    Covered covered;
    while (covered.begin < pixels && !shows(covered.begin))
        ++covered.begin;
    covered.end = covered.begin;
    while (covered.end < pixels && shows(covered.end))
        ++covered.end;
    return covered;
}

/// What scaleRow() needs for every line of the screen.
class Columns
{
public:
    Columns(const ScreenAxis &axis, const Covered &covered, int size)
    {
        for (int pixel = covered.begin; pixel < covered.end; ++pixel) {
            const auto mix = mixAt(placeOf(axis, pixel), size);
            m_first.push_back(mix.first);
            m_firstWeight.push_back(std::int16_t((1 << kWeightBits) - mix.secondWeight));
            m_secondWeight.push_back(std::int16_t(mix.secondWeight));
        }
    }

    std::size_t size() const { return m_first.size(); }
    ScaledRow row() const
    {
        return {m_first.data(), m_firstWeight.data(), m_secondWeight.data(), m_first.size()};
    }

private:
    std::vector<std::int32_t> m_first;
    std::vector<std::int16_t> m_firstWeight;
    std::vector<std::int16_t> m_secondWeight;
};

/// Rows of the picture scaled along x, each made once while the screen is painted from top to bottom.
class ScaledRows
{
public:
    ScaledRows(const GreyView &picture, const Columns &columns)
        : m_picture(picture)
        , m_columns(columns)
        , m_padded(std::size_t(picture.columns) + kReadBeyond)
    {
        for (auto &kept : m_kept)
            kept.pixels.resize(columns.size());
    }

    const std::int16_t *at(int row)
    {
        row = std::min(row, m_picture.rows - 1);
        auto &kept = m_kept[std::size_t(row % 2)];
        if (kept.row != row) {
            kept.row = row;
            scale(row, kept.pixels.data());
        }
        return kept.pixels.data();
    }

private:
    struct Kept
    {
        int row = -1;
        std::vector<std::int16_t> pixels;
    };

    void scale(int row, std::int16_t *out)
    {
        const auto size = std::size_t(m_picture.columns);
        std::memcpy(m_padded.data(), m_picture.pixels + row * m_picture.bytesPerLine, size);
        m_padded[size] = m_padded[size - 1];
        pixelKernels().scaleRow(m_padded.data(), m_columns.row(), out);
    }

    const GreyView &m_picture;
    const Columns &m_columns;
    std::vector<std::uint8_t> m_padded;
    std::array<Kept, 2> m_kept;
};

void paintBlack(std::uint32_t *line, int begin, int end)
{
    std::fill(line + begin, line + std::max(begin, end), kBlack);
}

} // namespace

void paintScaled(const GreyView &picture, const ScreenAxis &x, const ScreenAxis &y, const ScreenView &screen)
{
    const bool isNothing = picture.columns < 1 || picture.rows < 1;
    const auto across = isNothing ? Covered{} : coveredBy(x, picture.columns, screen.width);
    const auto down = isNothing ? Covered{} : coveredBy(y, picture.rows, screen.height);
    const Columns columns(x, across, std::max(picture.columns, 1));
    ScaledRows rows(picture, columns);
    for (int line = 0; line < screen.height; ++line) {
        auto *out = screen.pixels + line * screen.pixelsPerLine;
        if (line < down.begin || line >= down.end) {
            paintBlack(out, 0, screen.width);
            continue;
        }
        const auto mix = mixAt(placeOf(y, line), picture.rows);
        const auto *upper = rows.at(mix.first);
        const auto *lower = mix.secondWeight > 0 ? rows.at(mix.first + 1) : upper;
        paintBlack(out, 0, across.begin);
        pixelKernels().mixRows(upper, lower, mix.secondWeight, columns.size(), out + across.begin);
        paintBlack(out, across.end, screen.width);
    }
}

} // namespace simiao::imaging
