#include "integration/dicom/confidentiality/clean_copy.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/confidentiality/codestream_metadata.h"
#include "integration/dicom/confidentiality/identifying_values.h"
#include "integration/dicom/confidentiality/object_file.h"
#include "integration/dicom/confidentiality/pixel_blanking.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/fragments.h"
#include "integration/dicom/transfer_syntax.h"

#include <QIODevice>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kChunk = 1 << 20;

/// Names run over the border of two chunks.
constexpr qint64 kOverlap = 1 << 10;

/// Of the copy: deflated data sets are written inflated.
QString syntaxOf(const DatasetFile &file)
{
    const bool isCompressed = file.layout.pixels && file.layout.pixels->isEncapsulated;
    return isCompressed ? file.bytes.transferSyntax : nativeSyntaxOf(file.layout);
}

/// Of the codecs whose bytes have room for more than the picture.
bool hasCodestreams(const DatasetFile &file)
{
    const auto codec = codecOf(file.bytes.transferSyntax);
    return codec && (*codec == Codec::Jpeg || *codec == Codec::JpegLs || *codec == Codec::Jpeg2000);
}

/// A data set whose pixels were decoded and blanked says what they are now (PS3.3 C.7.6.3).
void describeBlanked(DcmItem &dataset, const BlankedPixels &pixels)
{
    dataset.putAndInsertString(DCM_PhotometricInterpretation, pixels.photometric.toLatin1().constData());
    if (pixels.format.geometry.samplesPerPixel() > 1)
        dataset.putAndInsertUint16(DCM_PlanarConfiguration, 0);
    dataset.findAndDeleteElement(DCM_ExtendedOffsetTable);
    dataset.findAndDeleteElement(DCM_ExtendedOffsetTableLengths);
}

QByteArray blankedElement(const BlankedPixels &pixels)
{
    const bool areWords = pixels.format.bitsAllocated > 8;
    QByteArray element("\xE0\x7F\x10\x00", 4);
    element += areWords ? "OW" : "OB";
    element += QByteArray(2, '\0');
    const auto length = static_cast<quint32>(pixels.bytes.size());
    element.append(reinterpret_cast<const char *>(&length), sizeof(length));
    return element;
}

/// In pixels that go out as they stand, but for what is cleared.
Result<void> checkNames(QIODevice &device,
                        const PixelElement &element,
                        const std::vector<ClearedStretch> &cleared,
                        const IdentifyingValues &forbidden)
{
    device.seek(element.offset);
    QByteArray before;
    for (qint64 left = element.length; left > 0;) {
        const qint64 from = device.pos();
        auto bytes = device.read(std::min(left, kChunk));
        if (bytes.isEmpty())
            return Error{ErrorKind::Corrupt, u"imaging.file-damaged"_s, u"the pixels cannot be read"_s};
        clear(std::span(bytes.data(), static_cast<std::size_t>(bytes.size())), from, cleared);
        if (forbidden.areInBytes(before + bytes))
            return Error{ErrorKind::Invalid, u"deidentify.pixels-named"_s};
        before = bytes.last(std::min(kOverlap, bytes.size()));
        left -= bytes.size();
    }
    return ok();
}

Result<QByteArray> headOf(DatasetFile &file, const QString &syntax, const DatasetLayout &layout)
{
    auto &dataset = file.dataset();
    TRY(const auto attributes, encodedAttributes(dataset, layout));
    return fileMeta(code(dataset, DCM_SOPClassUID), code(dataset, DCM_SOPInstanceUID), syntax) + attributes;
}

} // namespace

Result<ObjectCopy> copiedAsIs(DatasetFile &file, const IdentifyingValues &identifying)
{
    if (!file.layout.pixels) {
        TRY(const auto head, headOf(file, syntaxOf(file), file.layout));
        return ObjectCopy::of(head);
    }
    auto &device = *file.bytes.device;
    TRY(const auto pixels, pixelElement(device, file.layout));
    TRY(const auto head, headOf(file, syntaxOf(file), file.layout));
    std::vector<ClearedStretch> cleared;
    if (file.layout.pixels->isEncapsulated) {
        if (hasCodestreams(file))
            cleared = metadataIn(device, readFragments(device, *file.layout.pixels));
        TRY_VOID(checkNames(device, pixels, cleared, identifying));
    }
    if (file.bytes.isInflated) {
        device.seek(pixels.offset); // what was inflated stands nowhere in the file
        return ObjectCopy::of(head + device.read(pixels.length));
    }
    auto copy = ObjectCopy::of(head);
    copy.from = pixels.offset;
    copy.length = pixels.length;
    copy.cleared = std::move(cleared);
    return copy;
}

Result<ObjectCopy> copiedBlanked(DatasetFile &file, BlankedPixels pixels)
{
    describeBlanked(file.dataset(), pixels);
    DatasetLayout explicitLittle;
    explicitLittle.isImplicit = false;
    TRY(auto head, headOf(file, nativeSyntaxOf(explicitLittle), explicitLittle));
    head += blankedElement(pixels);
    const auto before = std::as_bytes(std::span(head.constData(), static_cast<std::size_t>(head.size())));
    pixels.bytes.insert(pixels.bytes.begin(), before.begin(), before.end());
    return ObjectCopy::of(std::move(pixels.bytes));
}

} // namespace simiao::dicom
