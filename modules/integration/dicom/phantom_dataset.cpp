#include "integration/dicom/phantom_dataset.h"

#include "integration/dicom/phantom/chest_phantom.h"
#include "integration/dicom/uid.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using phantom::ChestPhantom;

namespace {

constexpr int kIntercept = -1024;

void put(DcmItem &dataset, const DcmTagKey &tag, const QString &value)
{
    dataset.putAndInsertString(tag, value.toUtf8().constData());
}

/// At most 16 characters, as DS wants.
QString decimal(double value)
{
    return QString::number(value, 'f', 3);
}

QString compactDate(QString iso)
{
    return iso.remove(u'-');
}

/// A bare name without ^ or = is written as family name; Chinese goes into the ideographic group.
QString personNameValue(const QString &name)
{
    if (name.contains(u'^') || name.contains(u'='))
        return name;
    const bool isIdeographic = std::ranges::any_of(name, [](QChar c) { return c.unicode() >= 0x2E80; });
    return isIdeographic && name.size() > 1 ? u'=' + name.first(1) + u'^' + name.sliced(1) : name;
}

void putPatient(DcmItem &dataset, const workflow::PhantomStudyOrder &order)
{
    put(dataset, DCM_SpecificCharacterSet, u"ISO_IR 192"_s);
    put(dataset, DCM_PatientName, personNameValue(order.patientName));
    put(dataset, DCM_PatientID, order.patientId);
    put(dataset, DCM_PatientBirthDate, compactDate(order.birthDate));
    put(dataset, DCM_PatientSex, order.sex);
}

void putStudy(DcmItem &dataset, const workflow::PhantomStudyOrder &order)
{
    put(dataset, DCM_StudyInstanceUID, order.studyInstanceUid);
    put(dataset, DCM_StudyDate, compactDate(order.studyDate));
    put(dataset, DCM_SeriesDate, compactDate(order.studyDate));
    put(dataset, DCM_ContentDate, compactDate(order.studyDate));
    put(dataset, DCM_StudyTime, u"093000"_s);
    put(dataset, DCM_ContentTime, u"093000"_s);
    put(dataset, DCM_StudyID, u"1"_s);
    put(dataset, DCM_AccessionNumber, QString());
    put(dataset, DCM_ReferringPhysicianName, QString());
    put(dataset, DCM_StudyDescription, u"胸部CT平扫"_s);
}

void putSeries(DcmItem &dataset, const workflow::PhantomStudyOrder &order)
{
    put(dataset, DCM_SeriesInstanceUID, derivedUid(order.studyInstanceUid, u"series"_s));
    put(dataset, DCM_FrameOfReferenceUID, derivedUid(order.studyInstanceUid, u"frame-of-reference"_s));
    put(dataset, DCM_PositionReferenceIndicator, QString());
    put(dataset, DCM_Modality, u"CT"_s);
    put(dataset, DCM_Manufacturer, u"synthetic"_s);
    put(dataset, DCM_SeriesNumber, u"2"_s);
    put(dataset, DCM_SeriesDescription, u"Chest axial, synthetic"_s);
    put(dataset, DCM_BodyPartExamined, u"CHEST"_s);
    put(dataset, DCM_PatientPosition, u"HFS"_s);
    put(dataset, DCM_KVP, u"120"_s);
    put(dataset, DCM_AcquisitionNumber, u"1"_s);
}

void putPlane(DcmItem &dataset, const PhantomSlice &slice)
{
    constexpr double kFirstPixel = (0.5 - ChestPhantom::kEdge / 2.0) * ChestPhantom::kPixelMm;
    const QString corner = decimal(kFirstPixel);
    const QString spacing = QString::number(ChestPhantom::kPixelMm, 'f', 5);
    put(dataset, DCM_ImagePositionPatient, corner + u'\\' + corner + u'\\' + decimal(-slice.depthMm));
    put(dataset, DCM_ImageOrientationPatient, u"1\\0\\0\\0\\1\\0"_s);
    put(dataset, DCM_PixelSpacing, spacing + u'\\' + spacing);
    put(dataset, DCM_SliceThickness, decimal(slice.spacingMm));
    put(dataset, DCM_SpacingBetweenSlices, decimal(slice.spacingMm));
    put(dataset, DCM_SliceLocation, decimal(-slice.depthMm));
}

void putInstance(DcmItem &dataset, const workflow::PhantomStudyOrder &order, const PhantomSlice &slice)
{
    const QString number = QString::number(slice.index + 1);
    put(dataset, DCM_SOPClassUID, QString::fromLatin1(UID_CTImageStorage));
    put(dataset, DCM_SOPInstanceUID, derivedUid(order.studyInstanceUid, u"instance/"_s + number));
    put(dataset, DCM_InstanceNumber, number);
    put(dataset, DCM_ImageType, u"DERIVED\\SECONDARY\\AXIAL"_s);
    put(dataset, DCM_BurnedInAnnotation, u"NO"_s);
    put(dataset, DCM_ImageComments, u"Synthetic phantom, not a patient"_s);
}

void putGreys(DcmItem &dataset)
{
    put(dataset, DCM_RescaleIntercept, QString::number(kIntercept));
    put(dataset, DCM_RescaleSlope, u"1"_s);
    put(dataset, DCM_RescaleType, u"HU"_s);
    put(dataset, DCM_WindowCenter, u"-600\\40"_s);
    put(dataset, DCM_WindowWidth, u"1500\\400"_s);
    put(dataset, DCM_WindowCenterWidthExplanation, u"LUNG\\MEDIASTINUM"_s);
}

void putPixels(DcmItem &dataset, const std::vector<std::int16_t> &hounsfield)
{
    std::vector<Uint16> stored(hounsfield.size());
    std::ranges::transform(hounsfield, stored.begin(),
                           [](std::int16_t hu) { return static_cast<Uint16>(hu - kIntercept); });
    dataset.putAndInsertUint16(DCM_SamplesPerPixel, 1);
    put(dataset, DCM_PhotometricInterpretation, u"MONOCHROME2"_s);
    dataset.putAndInsertUint16(DCM_Rows, ChestPhantom::kEdge);
    dataset.putAndInsertUint16(DCM_Columns, ChestPhantom::kEdge);
    dataset.putAndInsertUint16(DCM_BitsAllocated, 16);
    dataset.putAndInsertUint16(DCM_BitsStored, 16);
    dataset.putAndInsertUint16(DCM_HighBit, 15);
    dataset.putAndInsertUint16(DCM_PixelRepresentation, 1);
    dataset.putAndInsertUint16Array(DCM_PixelData, stored.data(), static_cast<unsigned long>(stored.size()));
}

} // namespace

void fillPhantomDataset(DcmItem &dataset,
                        const workflow::PhantomStudyOrder &order,
                        const PhantomSlice &slice,
                        const std::vector<std::int16_t> &hounsfield)
{
    putPatient(dataset, order);
    putStudy(dataset, order);
    putSeries(dataset, order);
    putInstance(dataset, order, slice);
    putPlane(dataset, slice);
    putGreys(dataset);
    putPixels(dataset, hounsfield);
}

} // namespace simiao::dicom
