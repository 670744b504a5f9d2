#pragma once

#include "integration/dicom/frame_decoder.h"

#include <QTemporaryDir>
#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <concepts>
#include <cstring>
#include <span>
#include <vector>

namespace simiao::test {

/// An image of one row, in a file of its own, with whatever a test puts into `dataset()`.
class SmallImage
{
public:
    /// Pixels of 8 to 64 bits, of the type that they have here.
    template <typename T>
    explicit SmallImage(const std::vector<T> &pixels)
        : SmallImage(std::as_bytes(std::span(pixels)), int(sizeof(T) * 8), std::signed_integral<T>)
    {
        if constexpr (std::floating_point<T>)
            putFloats(pixels.data(), pixels.size());
    }

    /// \param bytes  one frame, little endian
    SmallImage(std::span<const std::byte> bytes, int bits, bool isSigned)
    {
        auto &set = dataset();
        set.putAndInsertString(DCM_SOPClassUID, UID_SecondaryCaptureImageStorage);
        set.putAndInsertString(DCM_SOPInstanceUID, "2.25.12");
        set.putAndInsertString(DCM_PhotometricInterpretation, "MONOCHROME2");
        set.putAndInsertUint16(DCM_SamplesPerPixel, 1);
        set.putAndInsertUint16(DCM_Columns, Uint16(bytes.size() * 8 / std::size_t(bits)));
        set.putAndInsertUint16(DCM_Rows, 1);
        set.putAndInsertUint16(DCM_BitsAllocated, Uint16(bits));
        set.putAndInsertUint16(DCM_BitsStored, Uint16(bits));
        set.putAndInsertUint16(DCM_HighBit, Uint16(bits - 1));
        set.putAndInsertUint16(DCM_PixelRepresentation, isSigned ? 1 : 0);
        put(bytes);
    }

    DcmItem &dataset() { return *m_file.getDataset(); }

    /// In the place of the pixels, as they lie there.
    void put(std::span<const std::byte> bytes)
    {
        std::vector<Uint16> words((bytes.size() + 1) / 2);
        std::memcpy(words.data(), bytes.data(), bytes.size());
        dataset().putAndInsertUint16Array(DcmTag(DCM_PixelData, EVR_OW), words.data(), words.size());
    }

    QString path()
    {
        const auto path = m_folder.filePath(QStringLiteral("image.dcm"));
        if (m_file.saveFile(qPrintable(path), EXS_LittleEndianExplicit).bad())
            qFatal("the image is not written");
        return path;
    }

    Result<std::shared_ptr<const imaging::Frame>> decoded(int frame = 0)
    {
        return dicom::decodeFrame(path(), frame);
    }

    std::shared_ptr<const imaging::Frame> frame(int frame = 0)
    {
        const auto found = decoded(frame);
        if (!found)
            qFatal("%s", qPrintable(logLine(found.error())));
        return *found;
    }

private:
    void putFloats(const float *pixels, std::size_t count)
    {
        dataset().findAndDeleteElement(DCM_PixelData);
        dataset().putAndInsertFloat32Array(DCM_FloatPixelData, pixels, count);
    }

    void putFloats(const double *pixels, std::size_t count)
    {
        dataset().findAndDeleteElement(DCM_PixelData);
        dataset().putAndInsertFloat64Array(DCM_DoubleFloatPixelData, pixels, count);
    }

    QTemporaryDir m_folder;
    DcmFileFormat m_file;
};

} // namespace simiao::test
