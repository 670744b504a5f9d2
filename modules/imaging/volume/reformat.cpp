#include "imaging/volume/reformat.h"

#include "core/try.h"
#include "imaging/volume/reslice_kernels.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace simiao::imaging {

namespace {

/// Output is made in squares: neighbours in all directions share lines of the cache.
constexpr int kTile = 64;
/// A voxel reaches half a step around its centre.
constexpr double kHalf = 0.5;
constexpr double kPlaceUnit = 1 << kPlaceBits;

/// Pixels `from` to `to` of a row.
struct Span
{
    int from = 0;
    int to = 0;
};

/// A straight line through the voxels, one step a pixel.
struct Line
{
    Vector3 start;
    Vector3 step;

    Vector3 at(double pixel) const { return start + step * pixel; }
};

/// The pixels of `whole` whose places lie in the volume.
Span inside(const Line &line, const Span &whole, const VolumeGeometry &geometry)
{
    const std::array<double, 3> sizes{double(geometry.columns), double(geometry.rows),
                                      double(geometry.slices)};
    double from = whole.from;
    double to = whole.to - 1;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double low = -kHalf - line.start[axis];
        const double high = sizes[axis] - kHalf - line.start[axis];
        const double step = line.step[axis];
        if (std::abs(step) < 1e-9) {
            if (low > 0 || high < 0)
                return {whole.from, whole.from};
            continue;
        }
        from = std::max(from, std::min(low / step, high / step));
        to = std::min(to, std::max(low / step, high / step));
    }
    if (!(from <= to))
        return {whole.from, whole.from};
    return {int(std::ceil(from)), int(std::floor(to)) + 1};
}

VoxelRun runOf(const Line &line, const Span &span)
{
    const auto fixed = [](double voxels) { return std::int32_t(std::lround(voxels * kPlaceUnit)); };
    const auto first = line.at(span.from);
    return {fixed(first[0]),     fixed(first[1]),     fixed(first[2]),    fixed(line.step[0]),
            fixed(line.step[1]), fixed(line.step[2]), span.to - span.from};
}

template <typename T>
VoxelGrid<T> gridOf(const Volume &volume)
{
    const auto &geometry = volume.geometry();
    VoxelGrid<T> grid{.voxels = volume.voxels<T>(),
                      .rowStride = std::int32_t(volume.rowStride()),
                      .sliceStride = std::int32_t(volume.sliceStride()),
                      .columns = geometry.columns,
                      .rows = geometry.rows,
                      .slices = geometry.slices};
    if (volume.facts().padding && std::is_same_v<T, std::int16_t>) {
        constexpr double kLowest = std::numeric_limits<std::int16_t>::min();
        constexpr double kHighest = std::numeric_limits<std::int16_t>::max();
        const auto &padding = *volume.facts().padding;
        if (padding.highest >= kLowest && padding.lowest <= kHighest) {
            grid.firstPadding = std::int32_t(std::max(padding.lowest, kLowest));
            grid.lastPadding = std::int32_t(std::min(padding.highest, kHighest));
        }
    }
    return grid;
}

void sample(const VoxelGrid<std::int16_t> &grid, const VoxelRun &run, std::int16_t *out)
{
    resliceKernels().sampleI16(grid, run, out);
}
void sample(const VoxelGrid<float> &grid, const VoxelRun &run, float *out)
{
    resliceKernels().sampleF32(grid, run, out);
}

/// Collects the planes of a slab for one square of the output.
template <typename T>
class Collected
{
public:
    explicit Collected(SlabMode mode)
        : m_mode(mode)
    {
    }

    void clear()
    {
        m_best.fill(kNoValue<T>);
        m_sum.fill(0);
        m_count.fill(0);
    }

    /// \param first  of the square's pixels that is meant
    void add(std::size_t first, const T *values, std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i) {
            const T value = values[i];
            const std::size_t at = first + i;
            const bool is = value != kNoValue<T>;
            switch (m_mode) {
            case SlabMode::Maximum: m_best[at] = std::max(m_best[at], value); break;
            case SlabMode::Minimum:
                m_best[at] = is && (m_best[at] == kNoValue<T> || value < m_best[at]) ? value : m_best[at];
                break;
            case SlabMode::Mean:
                m_sum[at] += is ? float(value) : 0.0F;
                m_count[at] += is ? 1.0F : 0.0F;
                break;
            }
        }
    }

    T at(std::size_t index) const
    {
        if (m_mode != SlabMode::Mean)
            return m_best[index];
        if (m_count[index] == 0)
            return kNoValue<T>;
        const float mean = m_sum[index] / m_count[index];
        return std::is_same_v<T, float> ? T(mean) : T(std::lrintf(mean));
    }

private:
    static constexpr std::size_t kPixels = std::size_t(kTile) * kTile;
    SlabMode m_mode;
    std::array<T, kPixels> m_best;
    std::array<float, kPixels> m_sum;
    std::array<float, kPixels> m_count;
};

/// Fills the pixels of a frame, square by square.
template <typename T>
class Reformatter
{
public:
    Reformatter(const Volume &volume, const PlaneGrid &grid, const Slab &slab, T *out)
        : m_geometry(volume.geometry())
        , m_voxels(gridOf<T>(volume))
        , m_columns(grid.columns)
        , m_rows(grid.rows)
        , m_layers(layersOf(slab, m_geometry))
        , m_origin(m_geometry.voxelAt(grid.origin))
        , m_alongRow(m_geometry.voxelsAlong(grid.orientation.alongRow * grid.pixelMm))
        , m_alongColumn(m_geometry.voxelsAlong(grid.orientation.alongColumn * grid.pixelMm))
        , m_out(out)
        , m_collected(slab.mode)
    {
        if (m_layers > 1) {
            const auto normal = grid.orientation.normal();
            m_origin = m_geometry.voxelAt(grid.origin - normal * (slab.thicknessMm / 2));
            m_alongNormal = m_geometry.voxelsAlong(normal * (slab.thicknessMm / (m_layers - 1)));
        }
    }

    bool run(const std::stop_token &stop)
    {
        for (int top = 0; top < m_rows; top += kTile) {
            if (stop.stop_requested())
                return false;
            for (int left = 0; left < m_columns; left += kTile)
                tile({left, std::min(left + kTile, m_columns)}, {top, std::min(top + kTile, m_rows)});
        }
        return true;
    }

private:
    Line line(int row, int layer) const
    {
        return {m_origin + m_alongColumn * row + m_alongNormal * layer, m_alongRow};
    }

    void tile(const Span &across, const Span &down)
    {
        if (m_layers > 1)
            return slabTile(across, down);
        for (int row = down.from; row < down.to; ++row) {
            T *out = m_out + std::ptrdiff_t{row} * m_columns;
            const auto here = line(row, 0);
            const auto span = inside(here, across, m_geometry);
            std::fill(out + across.from, out + span.from, kNoValue<T>);
            sample(m_voxels, runOf(here, span), out + span.from);
            std::fill(out + span.to, out + across.to, kNoValue<T>);
        }
    }

    void slabTile(const Span &across, const Span &down)
    {
        std::array<T, kTile> values;
        m_collected.clear();
        for (int layer = 0; layer < m_layers; ++layer) {
            for (int row = down.from; row < down.to; ++row) {
                const auto here = line(row, layer);
                const auto span = inside(here, across, m_geometry);
                sample(m_voxels, runOf(here, span), values.data());
                m_collected.add(std::size_t((row - down.from) * kTile + span.from - across.from),
                                values.data(), std::size_t(span.to - span.from));
            }
        }
        for (int row = down.from; row < down.to; ++row) {
            for (int column = across.from; column < across.to; ++column)
                m_out[std::ptrdiff_t{row} * m_columns + column] =
                    m_collected.at(std::size_t((row - down.from) * kTile + column - across.from));
        }
    }

    const VolumeGeometry &m_geometry;
    VoxelGrid<T> m_voxels;
    int m_columns;
    int m_rows;
    int m_layers;
    Vector3 m_origin;
    Vector3 m_alongRow;
    Vector3 m_alongColumn;
    Vector3 m_alongNormal = {};
    T *m_out;
    Collected<T> m_collected;
};

template <typename T>
bool fill(const Volume &volume,
          const PlaneGrid &grid,
          const Slab &slab,
          std::vector<std::byte> &pixels,
          const std::stop_token &stop)
{
    // On the heap: what a slab collects is too much for the stack of a pool's thread.
    const auto work =
        std::make_unique<Reformatter<T>>(volume, grid, slab, reinterpret_cast<T *>(pixels.data()));
    return work->run(stop);
}

FrameFacts factsOf(const Volume &volume, const PlaneGrid &grid, const Slab &slab, FrameGeometry geometry)
{
    const auto &facts = volume.facts();
    const double none =
        facts.type == VoxelType::I16 ? double(kNoValue<std::int16_t>) : double(kNoValue<float>);
    return {.geometry = geometry,
            .bitsStored = facts.type == VoxelType::I16 ? 16 : 32,
            .photometric = facts.photometric,
            .isPresentationInverse = facts.isPresentationInverse,
            .modality = facts.modality,
            .windows = facts.windows,
            .padding = ValueRange{none, none},
            .spacing = {grid.pixelMm, grid.pixelMm, SpacingBasis::PixelSpacing},
            .sliceThicknessMm = slab.thicknessMm > 0 ? std::optional(slab.thicknessMm) : std::nullopt,
            .orientation = grid.orientation,
            .position = grid.origin,
            .frameOfReferenceUid = facts.frameOfReferenceUid,
            .edges = edgeLetters(grid.orientation),
            .lossy = facts.lossy,
            .pet = facts.pet};
}

} // namespace

Vector3 PlaneGrid::placeOf(double column, double row) const
{
    return origin + orientation.alongRow * (column * pixelMm) + orientation.alongColumn * (row * pixelMm);
}

int layersOf(const Slab &slab, const VolumeGeometry &geometry)
{
    constexpr double kMost = 4096; // of any slab through any patient
    if (slab.thicknessMm <= 0)
        return 1;
    return 1 + int(std::min(std::ceil(slab.thicknessMm / geometry.finestStepMm()), kMost));
}

Result<std::shared_ptr<const Frame>> reformat(const Volume &volume,
                                              const PlaneGrid &grid,
                                              const Slab &slab,
                                              const std::stop_token &stop)
{
    const bool isI16 = volume.facts().type == VoxelType::I16;
    TRY(const auto geometry,
        FrameGeometry::create(grid.columns, grid.rows, 1, isI16 ? SampleType::I16 : SampleType::F32));
    std::vector<std::byte> pixels(std::size_t(geometry.byteSize()));
    const bool isDone = isI16 ? fill<std::int16_t>(volume, grid, slab, pixels, stop)
                              : fill<float>(volume, grid, slab, pixels, stop);
    if (!isDone)
        return cancelled();
    return Frame::create(factsOf(volume, grid, slab, geometry), std::move(pixels));
}

} // namespace simiao::imaging
