#include "integration/dicom/codecs/openjph_image.h"

#include "integration/dicom/codecs/memory_file.h"

#include <openjph/ojph_arch.h>
#include <openjph/ojph_codestream.h>
#include <openjph/ojph_file.h>
#include <openjph/ojph_mem.h>
#include <openjph/ojph_message.h>
#include <openjph/ojph_params.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <numeric>

namespace simiao::dicom {

namespace {

constexpr ojph::ui32 kMostBits = 16;

/// The library writes what it has to say of a stream to one file of the process (what takes its words instead does nothing in version 0.9).
/// Here it is memory, and only whether anything was written counts: a block that it could not decode is a warning and grey. Where several
/// threads decode, one may take another's word for its own; it then only asks the other decoder.
class Remarks
{
public:
    Remarks()
        : m_before(written())
    {
    }

    bool areHeard() const { return m_before >= 0; }
    bool isAny() const { return written() != m_before; }

private:
    static std::FILE *place()
    {
        static std::FILE *const words = [] {
            auto *memory = memoryFile();
            for (const auto set :
                 {&ojph::set_info_stream, &ojph::set_warning_stream, &ojph::set_error_stream})
                set(memory);
            return memory;
        }();
        return words;
    }

    /// Bytes; -1 where nothing can be heard.
    static long written() { return place() == nullptr ? -1 : std::ftell(place()); }

    long m_before;
};

/// What a component's samples can be.
struct Extent
{
    std::int32_t least = 0;
    std::int32_t most = 0;
};

struct Component
{
    Extent extent;
    std::size_t columns = 0;
    std::size_t rows = 0;
    std::vector<std::int32_t> samples = {};
    int precision = 0;
};

std::optional<Component> componentOf(ojph::param_siz size, ojph::ui32 index)
{
    const auto bits = size.get_bit_depth(index);
    const auto step = size.get_downsampling(index);
    if (bits < 1 || bits > kMostBits || step.x != 1 || step.y != 1)
        return std::nullopt;
    const std::int32_t count = 1 << bits;
    Component component{.extent =
                            size.is_signed(index) ? Extent{-count / 2, count / 2 - 1} : Extent{0, count - 1},
                        .columns = size.get_recon_width(index),
                        .rows = size.get_recon_height(index),
                        .precision = static_cast<int>(bits)};
    component.samples.reserve(component.columns * component.rows);
    return component;
}

/// A lossy codestream may come out a little beyond what its samples can be.
void takeLine(const ojph::line_buf &line, Component &component)
{
    const auto count = std::min<std::size_t>(line.size, component.columns);
    for (const auto sample : std::span(line.i32, count))
        component.samples.push_back(std::clamp(sample, component.extent.least, component.extent.most));
}

/// \throws whatever the library does
std::vector<Component> decodedComponents(std::span<const std::byte> codestream, int halvings)
{
    ojph::mem_infile file;
    file.open(reinterpret_cast<const ojph::ui8 *>(codestream.data()), codestream.size());
    ojph::codestream decoder;
    decoder.read_headers(&file);
    const auto skipped = static_cast<ojph::ui32>(halvings);
    decoder.restrict_input_resolution(skipped, skipped);
    decoder.set_planar(false);
    decoder.create();

    const auto size = decoder.access_siz();
    std::vector<Component> components;
    for (ojph::ui32 i = 0; i < size.get_num_components(); ++i) {
        auto component = componentOf(size, i);
        if (!component)
            return {};
        components.push_back(*std::move(component));
    }
    const auto lines = std::accumulate(components.begin(), components.end(), std::size_t{0},
                                       [](std::size_t sum, const Component &one) { return sum + one.rows; });
    for (std::size_t i = 0; i < lines; ++i) {
        ojph::ui32 index = 0;
        const auto *line = decoder.pull(index);
        if (line == nullptr || index >= components.size())
            return {};
        takeLine(*line, components[index]);
    }
    decoder.close();
    return components;
}

Jpeg2000Planes planesOf(std::vector<Component> components, int halvings)
{
    const auto owner = std::make_shared<const std::vector<Component>>(std::move(components));
    Jpeg2000Planes planes{.halvings = halvings, .owner = owner};
    for (const auto &component : *owner)
        planes.planes.push_back({.samples = component.samples,
                                 .columns = component.columns,
                                 .rows = component.rows,
                                 .precision = component.precision});
    return planes;
}

} // namespace

std::optional<Jpeg2000Planes> decodedByOpenJph(std::span<const std::byte> codestream, int halvings)
{
    const Remarks remarks;
    if (!remarks.areHeard())
        return std::nullopt;
    try {
        auto components = decodedComponents(codestream, halvings);
        if (components.empty() || remarks.isAny())
            return std::nullopt;
        return planesOf(std::move(components), halvings);
    } catch (const std::exception &) {
        return std::nullopt;
    } catch (const char *) { // so it says that there is no memory
        return std::nullopt;
    }
}

} // namespace simiao::dicom
