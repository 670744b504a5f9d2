#include "integration/dicom/palette.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/lut_items.h"
#include "integration/dicom/segmented_table.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

struct ChannelTags
{
    DcmTagKey descriptor;
    DcmTagKey data;
    DcmTagKey segmented;
};

const std::array<ChannelTags, 3> &channelTags()
{
    static const std::array<ChannelTags, 3> tags{{
        {DCM_RedPaletteColorLookupTableDescriptor, DCM_RedPaletteColorLookupTableData,
         DCM_SegmentedRedPaletteColorLookupTableData},
        {DCM_GreenPaletteColorLookupTableDescriptor, DCM_GreenPaletteColorLookupTableData,
         DCM_SegmentedGreenPaletteColorLookupTableData},
        {DCM_BluePaletteColorLookupTableDescriptor, DCM_BluePaletteColorLookupTableData,
         DCM_SegmentedBluePaletteColorLookupTableData},
    }};
    return tags;
}

/// The segments in place of the plain data; the descriptor is the same.
std::optional<DescribedTable> segmentedTable(DcmItem &dataset, const ChannelTags &tags, bool isSigned)
{
    auto described = describedTable(dataset, tags.descriptor, tags.segmented, isSigned);
    if (!described)
        return std::nullopt;
    described->table.entries = expandedSegments(tableData(dataset, tags.segmented, described->bits <= 8));
    return described->table.entries.empty() ? std::nullopt : described;
}

std::optional<DescribedTable> channel(DcmItem &dataset, const ChannelTags &tags, bool isSigned)
{
    auto plain = describedTable(dataset, tags.descriptor, tags.data, isSigned);
    return plain ? plain : segmentedTable(dataset, tags, isSigned);
}

/// A descriptor of 16 bits over entries that never leave 8 is a common mistake.
bool isWide(const DescribedTable &described)
{
    return described.bits > 8
        && std::ranges::any_of(described.table.entries, [](double entry) { return entry > 255; });
}

imaging::LookupTable toBytes(imaging::LookupTable table, bool isWide)
{
    for (auto &entry : table.entries)
        entry = isWide ? static_cast<int>(entry) >> 8 : static_cast<int>(entry) & 0xFF;
    return table;
}

} // namespace

std::optional<imaging::Palette> readPalette(DcmItem &dataset)
{
    const bool isSigned = integer(dataset, DCM_PixelRepresentation).value_or(0) == 1;
    std::array<DescribedTable, 3> channels;
    for (std::size_t i = 0; i < channels.size(); ++i) {
        auto described = channel(dataset, channelTags()[i], isSigned);
        if (!described)
            return std::nullopt;
        channels[i] = *std::move(described);
    }

    const bool areWide = std::ranges::any_of(channels, isWide);
    imaging::Palette palette;
    std::ranges::transform(channels, palette.channels.begin(), [areWide](const DescribedTable &described) {
        return toBytes(described.table, areWide);
    });
    return palette;
}

std::optional<imaging::Defect> paletteDefect(DcmItem &dataset)
{
    for (const auto &tags : channelTags()) {
        const auto described = channel(dataset, tags, false);
        if (described && !described->isWhole())
            return imaging::Defect{
                u"imaging.pixels-doubtful"_s,
                u"(0028,%1) has %2 entries of %3"_s.arg(int{tags.descriptor.getElement()}, 4, 16, QChar(u'0'))
                    .arg(described->table.entries.size())
                    .arg(described->stated)};
    }
    return std::nullopt;
}

} // namespace simiao::dicom
