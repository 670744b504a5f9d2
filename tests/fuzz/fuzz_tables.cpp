// Lookup tables and palettes of a data set: descriptors that lie, segments that refer to each other, bytes for words.
#include "fuzz/fuzz_input.h"
#include "imaging/modality.h"
#include "imaging/voi_table.h"
#include "integration/dicom/modality_lut.h"
#include "integration/dicom/overlays.h"
#include "integration/dicom/palette.h"
#include "integration/dicom/voi_lut.h"

#include <dcmtk/dcmdata/dctk.h>

#include <vector>

using namespace simiao;

namespace {

void putWords(DcmItem &item, const DcmTag &tag, test::FuzzInput &input, std::size_t most)
{
    std::vector<Uint16> words;
    for (std::size_t count = input.word() % (most + 1); count > 0 && !input.isEmpty(); --count)
        words.push_back(input.word());
    item.putAndInsertUint16Array(tag, words.data(), words.size());
}

void putTable(DcmItem &item, const DcmTagKey &descriptor, const DcmTagKey &data, test::FuzzInput &input)
{
    putWords(item, DcmTag(descriptor, EVR_US), input, 4);
    putWords(item, DcmTag(data, input.byte() % 2 == 0 ? EVR_OW : EVR_US), input, 4096);
}

void putSequence(DcmItem &dataset, const DcmTagKey &sequence, test::FuzzInput &input)
{
    DcmItem *item = nullptr;
    dataset.findOrCreateSequenceItem(sequence, item, -2);
    putTable(*item, DCM_LUTDescriptor, DCM_LUTData, input);
}

void lookUp(const imaging::LookupTable &table)
{
    test::mustHold(!table.entries.empty() && table.entries.size() <= 65'536,
                   "a table has entries, and not too many");
    for (const double stored : {-1e9, -32'768.0, 0.0, 65'535.0, 1e9})
        static_cast<void>(table.at(stored));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    test::FuzzInput input(data, size);
    DcmDataset dataset;
    const bool isSigned = input.byte() % 2 == 1;
    dataset.putAndInsertUint16(DCM_PixelRepresentation, isSigned ? 1 : 0);
    const bool isSegmented = input.byte() % 2 == 1;
    const std::pair<DcmTagKey, DcmTagKey> colours[] = {
        {DCM_RedPaletteColorLookupTableDescriptor,
         isSegmented ? DCM_SegmentedRedPaletteColorLookupTableData : DCM_RedPaletteColorLookupTableData},
        {DCM_GreenPaletteColorLookupTableDescriptor,
         isSegmented ? DCM_SegmentedGreenPaletteColorLookupTableData : DCM_GreenPaletteColorLookupTableData},
        {DCM_BluePaletteColorLookupTableDescriptor,
         isSegmented ? DCM_SegmentedBluePaletteColorLookupTableData : DCM_BluePaletteColorLookupTableData}};
    for (const auto &[descriptor, entries] : colours)
        putTable(dataset, descriptor, entries, input);
    putSequence(dataset, DCM_ModalityLUTSequence, input);
    putSequence(dataset, DCM_VOILUTSequence, input);
    putWords(dataset, DcmTag(0x6000, 0x0010, EVR_US), input, 1);
    putWords(dataset, DcmTag(0x6000, 0x0011, EVR_US), input, 1);
    putWords(dataset, DcmTag(0x6000, 0x3000, EVR_OW), input, 512);

    if (const auto palette = dicom::readPalette(dataset)) {
        for (const auto &channel : palette->channels)
            lookUp(channel);
    }
    if (const auto modality = dicom::modalityTransform(dataset, 0); modality.table)
        lookUp(*modality.table);
    for (const auto &voi : dicom::voiTables(dataset, 0, isSigned)) {
        lookUp(voi.table);
        const double fraction = voi.fraction(17);
        test::mustHold(fraction >= 0 && fraction <= 1, "grey is between black and white");
    }
    for (const auto &plane : dicom::readOverlays(dataset, 0)) {
        test::mustHold(plane.isOn.size() == std::size_t(plane.rows) * std::size_t(plane.columns),
                       "a plane is whole");
        static_cast<void>(plane.marks(0, 0));
    }
    return 0;
}
