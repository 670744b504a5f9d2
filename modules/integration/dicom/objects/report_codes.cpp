#include "integration/dicom/objects/report_codes.h"

namespace simiao::dicom::codes {

using namespace Qt::StringLiterals;
using namespace imaging;

namespace {

const QString kOwn = u"99SIMIAO"_s;

CodedConcept dcm(const char *value, const char *meaning)
{
    return {QLatin1String(value), u"DCM"_s, QLatin1String(meaning)};
}

CodedConcept sct(const char *value, const char *meaning)
{
    return {QLatin1String(value), u"SCT"_s, QLatin1String(meaning)};
}

/// Values whose unit does not tell what they are have no code of the standard.
CodedConcept valueQuantity(const QString &ucum)
{
    if (ucum == u"[hnsf'U]"_s)
        return dcm("112031", "Attenuation Coefficient");
    if (ucum == u"Bq/ml"_s)
        return dcm("110821", "Nuclear Medicine Tomographic Activity");
    return {u"PIXEL_VALUE"_s, kOwn, u"Pixel value"_s};
}

} // namespace

#define SIMIAO_CODE(name, scheme, value, meaning) \
    const CodedConcept &name() \
    { \
        static const CodedConcept kCode = scheme(value, meaning); \
        return kCode; \
    }

SIMIAO_CODE(measurementReport, dcm, "126000", "Imaging Measurement Report")
SIMIAO_CODE(language, dcm, "121049", "Language of Content Item and Descendants")
SIMIAO_CODE(observerType, dcm, "121005", "Observer Type")
SIMIAO_CODE(person, dcm, "121006", "Person")
SIMIAO_CODE(observerName, dcm, "121008", "Person Observer Name")
SIMIAO_CODE(procedureReported, dcm, "121058", "Procedure reported")
SIMIAO_CODE(imagingProcedure, sct, "363679005", "Imaging procedure")
SIMIAO_CODE(imageLibrary, dcm, "111028", "Image Library")
SIMIAO_CODE(imageLibraryGroup, dcm, "126200", "Image Library Group")
SIMIAO_CODE(imagingMeasurements, dcm, "126010", "Imaging Measurements")
SIMIAO_CODE(measurementGroup, dcm, "125007", "Measurement Group")
SIMIAO_CODE(trackingIdentifier, dcm, "112039", "Tracking Identifier")
SIMIAO_CODE(trackingUid, dcm, "112040", "Tracking Unique Identifier")
SIMIAO_CODE(method, sct, "370129005", "Measurement Method")
SIMIAO_CODE(imageRegion, dcm, "111030", "Image Region")
SIMIAO_CODE(source, dcm, "121112", "Source of Measurement")
SIMIAO_CODE(comment, dcm, "121106", "Comment")
SIMIAO_CODE(ofInterest, dcm, "113000", "Of Interest")
SIMIAO_CODE(keyObjectDescription, dcm, "113012", "Key Object Description")
SIMIAO_CODE(notMeasured, dcm, "114006", "Measurement failure")
SIMIAO_CODE(derivation, dcm, "121401", "Derivation")

#undef SIMIAO_CODE

CodedConcept quantity(const MeasuredItem &item)
{
    switch (item.quantity) {
    case MeasuredQuantity::Length: return sct("410668003", "Length");
    case MeasuredQuantity::LongAxis: return sct("103339001", "Long Axis");
    case MeasuredQuantity::ShortAxis: return sct("103340004", "Short Axis");
    case MeasuredQuantity::Angle: return sct("1483009", "Angle");
    case MeasuredQuantity::CobbAngle: return sct("285285000", "Cobb angle");
    case MeasuredQuantity::Area: return sct("42798000", "Area");
    case MeasuredQuantity::Mean:
    case MeasuredQuantity::StandardDeviation:
    case MeasuredQuantity::Minimum:
    case MeasuredQuantity::Maximum:
    case MeasuredQuantity::Value: return valueQuantity(item.unit);
    }
    return {};
}

std::optional<CodedConcept> derivationOf(MeasuredQuantity quantity)
{
    switch (quantity) {
    case MeasuredQuantity::Mean: return sct("373098007", "Mean");
    case MeasuredQuantity::StandardDeviation: return sct("386136009", "Standard Deviation");
    case MeasuredQuantity::Minimum: return sct("255605001", "Minimum");
    case MeasuredQuantity::Maximum: return sct("56851009", "Maximum");
    case MeasuredQuantity::Length:
    case MeasuredQuantity::LongAxis:
    case MeasuredQuantity::ShortAxis:
    case MeasuredQuantity::Angle:
    case MeasuredQuantity::CobbAngle:
    case MeasuredQuantity::Area:
    case MeasuredQuantity::Value: break;
    }
    return std::nullopt;
}

CodedConcept unit(const QString &ucum)
{
    const auto meaning = [&]() -> QString {
        if (ucum == u"mm"_s)
            return u"millimeter"_s;
        if (ucum == u"mm2"_s)
            return u"square millimeter"_s;
        if (ucum == u"deg"_s)
            return u"degree"_s;
        if (ucum == u"[hnsf'U]"_s)
            return u"Hounsfield unit"_s;
        if (ucum == u"Bq/ml"_s)
            return u"Becquerels/milliliter"_s;
        if (ucum == u"1"_s)
            return u"no units"_s;
        QString words = ucum;
        return words.remove(u'{').remove(u'}').replace(u'_', u' ');
    };
    return {ucum.left(16), u"UCUM"_s, meaning().left(64)};
}

CodedConcept tool(MeasurementKind kind)
{
    const auto code = kindCode(kind);
    return {code.toUpper(), kOwn, code.left(1).toUpper() + code.mid(1)};
}

CodedConcept basis(LengthBasis basis)
{
    switch (basis) {
    case LengthBasis::Pixels: return {u"PIXELS"_s, kOwn, u"Pixels, no spacing known"_s};
    case LengthBasis::PixelSpacing: return {u"PIXEL_SPACING"_s, kOwn, u"By pixel spacing in the patient"_s};
    case LengthBasis::PlaneUnknown:
        return {u"PLANE_UNKNOWN"_s, kOwn, u"By pixel spacing, unknown whether at detector"_s};
    case LengthBasis::Calibrated: return {u"CALIBRATED"_s, kOwn, u"By calibrated pixel spacing"_s};
    case LengthBasis::Geometry:
        return {u"CALIBRATED_GEOM"_s, kOwn, u"By calibrated pixel spacing (geometry)"_s};
    case LengthBasis::Fiducial:
        return {u"CALIBRATED_FID"_s, kOwn, u"By calibrated pixel spacing (fiducial)"_s};
    case LengthBasis::Estimated: return {u"ESTIMATED"_s, kOwn, u"By estimated magnification"_s};
    case LengthBasis::Detector: return {u"DETECTOR"_s, kOwn, u"At detector plane, not in the patient"_s};
    case LengthBasis::Film: return {u"FILM"_s, kOwn, u"On scanned film"_s};
    case LengthBasis::Region: return {u"US_REGION"_s, kOwn, u"By ultrasound region calibration"_s};
    }
    return {};
}

} // namespace simiao::dicom::codes
