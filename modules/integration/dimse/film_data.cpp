#include "integration/dimse/film_data.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dimse/identifier.h"
#include "integration/dimse/services.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <cmath>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

void put(DcmItem &item, const DcmTagKey &tag, const QString &code)
{
    if (!code.isEmpty())
        item.putAndInsertString(tag, code.toLatin1().constData());
}

void putNumber(DcmItem &item, const DcmTagKey &tag, int number)
{
    item.putAndInsertUint16(tag, static_cast<Uint16>(number));
}

DcmItem &itemOf(DcmItem &item, const DcmTagKey &sequence)
{
    DcmItem *made = nullptr;
    item.findOrCreateSequenceItem(sequence, made, -2);
    return *made;
}

void putPixels(DcmItem &item, const FilmImage &image)
{
    const auto *bytes = reinterpret_cast<const Uint8 *>(image.pixels.constData());
    if (image.bits == 8) {
        item.putAndInsertUint8Array(DCM_PixelData, bytes, static_cast<unsigned long>(image.pixels.size()));
        return;
    }
    std::vector<Uint16> words(static_cast<std::size_t>(image.pixels.size() / 2));
    for (std::size_t i = 0; i < words.size(); ++i)
        words[i] = static_cast<Uint16>(bytes[2 * i] | (bytes[2 * i + 1] << 8));
    item.putAndInsertUint16Array(DCM_PixelData, words.data(), static_cast<unsigned long>(words.size()));
}

/// Height to width in whole numbers (IS), near enough for any picture.
QString aspectText(double aspect)
{
    constexpr double kPrecision = 1000;
    return u"%1\\%2"_s.arg(std::lround(aspect * kPrecision)).arg(std::lround(kPrecision));
}

void fillImage(DcmItem &item, const FilmImage &image)
{
    putNumber(item, DCM_SamplesPerPixel, 1);
    put(item, DCM_PhotometricInterpretation, u"MONOCHROME2"_s);
    putNumber(item, DCM_Rows, image.rows);
    putNumber(item, DCM_Columns, image.columns);
    put(item, DCM_PixelAspectRatio, aspectText(image.aspect));
    putNumber(item, DCM_BitsAllocated, image.bits == 8 ? 8 : 16);
    putNumber(item, DCM_BitsStored, image.bits);
    putNumber(item, DCM_HighBit, image.bits - 1);
    putNumber(item, DCM_PixelRepresentation, 0);
    putPixels(item, image);
}

Error misread(const QString &words)
{
    return {.kind = ErrorKind::Invalid, .code = u"archive.answer"_s, .detail = words};
}

} // namespace

QByteArray filmSessionData(const FilmForm &form, const QString &syntax)
{
    DcmDataset data;
    put(data, DCM_NumberOfCopies, QString::number(form.copies));
    put(data, DCM_PrintPriority, u"MED"_s);
    put(data, DCM_MediumType, form.medium);
    return bytesOf(data, syntax);
}

QByteArray filmBoxData(const FilmForm &form, const QString &sessionUid, const QString &syntax)
{
    DcmDataset data;
    put(data, DCM_ImageDisplayFormat, u"STANDARD\\%1,%2"_s.arg(form.columns).arg(form.rows));
    put(data, DCM_FilmOrientation, form.isLandscape ? u"LANDSCAPE"_s : u"PORTRAIT"_s);
    put(data, DCM_FilmSizeID, form.filmSize);
    auto &session = itemOf(data, DCM_ReferencedFilmSessionSequence);
    put(session, DCM_ReferencedSOPClassUID, kFilmSession);
    put(session, DCM_ReferencedSOPInstanceUID, sessionUid);
    return bytesOf(data, syntax);
}

QByteArray imageBoxData(const FilmImage &image, int position, const QString &syntax)
{
    DcmDataset data;
    putNumber(data, DCM_ImageBoxPosition, position);
    put(data, DCM_Polarity, u"NORMAL"_s);
    if (image.widthMm)
        put(data, DCM_RequestedImageSize, QString::number(*image.widthMm, 'f', 2));
    fillImage(itemOf(data, DCM_BasicGrayscaleImageSequence), image);
    return bytesOf(data, syntax);
}

Result<QStringList> imageBoxesIn(const QByteArray &answer, const QString &syntax)
{
    TRY(const auto data, dicom::parseDataset(answer, syntax));
    QStringList boxes;
    for (int i = 0; auto *item = dicom::sequenceItem(*data, DCM_ReferencedImageBoxSequence, i); ++i)
        boxes.append(dicom::code(*item, DCM_ReferencedSOPInstanceUID));
    if (boxes.isEmpty() || boxes.contains(QString()))
        return misread(u"film box without image boxes (2010,0510)"_s);
    return boxes;
}

Result<PrinterState> printerStateIn(const QByteArray &answer, const QString &syntax)
{
    TRY(const auto data, dicom::parseDataset(answer, syntax));
    const PrinterState state{.status = dicom::code(*data, DCM_PrinterStatus),
                             .info = dicom::code(*data, DCM_PrinterStatusInfo),
                             .name = dicom::code(*data, DCM_PrinterName)};
    return state.status.isEmpty() ? Result<PrinterState>(misread(u"no printer status (2110,0010)"_s))
                                  : Result<PrinterState>(state);
}

} // namespace simiao::dimse
