#include "integration/dicom/confidentiality/clean_copy.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/confidentiality/identifying_values.h"
#include "integration/dicom/confidentiality/object_file.h"
#include "integration/dicom/confidentiality/pixel_blanking.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/whole_file.h"

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

/// Copies the pixels as they stand. In compressed ones nobody's name may stand either.
Result<void> copyPixels(QIODevice &device,
                        const PixelElement &element,
                        const IdentifyingValues *forbidden,
                        WholeFile &copy)
{
    device.seek(element.offset);
    QByteArray before;
    for (qint64 left = element.length; left > 0;) {
        const auto bytes = device.read(std::min(left, kChunk));
        if (bytes.isEmpty())
            return Error{ErrorKind::Unavailable, u"disk.read"_s, device.errorString()};
        if (forbidden && forbidden->areInBytes(before + bytes))
            return Error{ErrorKind::Invalid, u"deidentify.pixels-named"_s};
        TRY_VOID(copy.write(bytes));
        before = bytes.last(std::min(kOverlap, bytes.size()));
        left -= bytes.size();
    }
    return ok();
}

Result<void> writeHead(WholeFile &copy, DatasetFile &file, const QString &syntax, const DatasetLayout &layout)
{
    auto &dataset = file.dataset();
    TRY(const auto attributes, encodedAttributes(dataset, layout));
    TRY_VOID(copy.write(fileMeta(code(dataset, DCM_SOPClassUID), code(dataset, DCM_SOPInstanceUID), syntax)));
    return copy.write(attributes);
}

} // namespace

Result<void> writeAsIs(WholeFile &copy, DatasetFile &file, const IdentifyingValues &identifying)
{
    if (!file.layout.pixels)
        return writeHead(copy, file, syntaxOf(file), file.layout);
    auto &device = *file.bytes.device;
    TRY(const auto pixels, pixelElement(device, file.layout));
    TRY_VOID(writeHead(copy, file, syntaxOf(file), file.layout));
    return copyPixels(device, pixels, file.layout.pixels->isEncapsulated ? &identifying : nullptr, copy);
}

Result<void> writeBlanked(WholeFile &copy, DatasetFile &file, const BlankedPixels &pixels)
{
    describeBlanked(file.dataset(), pixels);
    DatasetLayout explicitLittle;
    explicitLittle.isImplicit = false;
    TRY_VOID(writeHead(copy, file, nativeSyntaxOf(explicitLittle), explicitLittle));
    TRY_VOID(copy.write(blankedElement(pixels)));
    return copy.write(pixels.bytes);
}

} // namespace simiao::dicom
