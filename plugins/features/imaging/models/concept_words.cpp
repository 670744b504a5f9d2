#include "imaging/models/concept_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace simiao::viewer {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::Concepts)
};

struct KnownConcept
{
    const char *scheme;
    const char *value;
    const char *words;
};

// PS3.16 TID 1500 and 2010, and the codes of our own that stand in such reports.
constexpr std::array kKnown{
    KnownConcept{"DCM", "126000",
                 QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Imaging Measurement Report")},
    KnownConcept{"DCM", "121049",
                 QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Language of Content Item and Descendants")},
    KnownConcept{"DCM", "121005", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Observer Type")},
    KnownConcept{"DCM", "121006", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Person")},
    KnownConcept{"DCM", "121008", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Person Observer Name")},
    KnownConcept{"DCM", "121058", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Procedure reported")},
    KnownConcept{"SCT", "363679005", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Imaging procedure")},
    KnownConcept{"DCM", "126010", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Imaging Measurements")},
    KnownConcept{"DCM", "125007", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Measurement Group")},
    KnownConcept{"DCM", "112040",
                 QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Tracking Unique Identifier")},
    KnownConcept{"DCM", "111028", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Image Library")},
    KnownConcept{"DCM", "126200", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Image Library Group")},
    KnownConcept{"DCM", "112039", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Tracking Identifier")},
    KnownConcept{"SCT", "370129005", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Measurement Method")},
    KnownConcept{"DCM", "111030", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Image Region")},
    KnownConcept{"DCM", "121112", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Source of Measurement")},
    KnownConcept{"DCM", "121106", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Comment")},
    KnownConcept{"DCM", "113000", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Of Interest")},
    KnownConcept{"DCM", "113012", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Key Object Description")},
    KnownConcept{"SCT", "410668003", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Length")},
    KnownConcept{"SCT", "103339001", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Long Axis")},
    KnownConcept{"SCT", "103340004", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Short Axis")},
    KnownConcept{"SCT", "1483009", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Angle")},
    KnownConcept{"SCT", "285285000", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Cobb angle")},
    KnownConcept{"SCT", "42798000", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Area")},
    KnownConcept{"DCM", "121401", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Derivation")},
    KnownConcept{"DCM", "112031", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Attenuation Coefficient")},
    KnownConcept{"DCM", "110821",
                 QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Nuclear Medicine Tomographic Activity")},
    KnownConcept{"99SIMIAO", "PIXEL_VALUE", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Pixel value")},
    KnownConcept{"SCT", "373098007", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Mean")},
    KnownConcept{"SCT", "386136009", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Standard Deviation")},
    KnownConcept{"SCT", "255605001", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Minimum")},
    KnownConcept{"SCT", "56851009", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Maximum")},
    KnownConcept{"99SIMIAO", "VALUE_AT_POINT",
                 QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Value at point")},
    KnownConcept{"99SIMIAO", "LENGTH", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Length")},
    KnownConcept{"99SIMIAO", "ANGLE", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Angle")},
    KnownConcept{"99SIMIAO", "COBB", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Cobb angle")},
    KnownConcept{"99SIMIAO", "BIDIRECTIONAL", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Two diameters")},
    KnownConcept{"99SIMIAO", "ELLIPSE", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Ellipse")},
    KnownConcept{"99SIMIAO", "RECTANGLE", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Rectangle")},
    KnownConcept{"99SIMIAO", "POLYGON", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Polygon")},
    KnownConcept{"99SIMIAO", "PROBE", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Value at point")},
    KnownConcept{"99SIMIAO", "PIXELS",
                 QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "Pixels, no spacing known")},
    KnownConcept{"99SIMIAO", "PIXEL_SPACING",
                 QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "By pixel spacing in the patient")},
    KnownConcept{
        "99SIMIAO", "PLANE_UNKNOWN",
        QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "By pixel spacing, unknown whether at detector")},
    KnownConcept{"99SIMIAO", "CALIBRATED",
                 QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "By calibrated pixel spacing")},
    KnownConcept{"99SIMIAO", "CALIBRATED_GEOM",
                 QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "By calibrated pixel spacing (geometry)")},
    KnownConcept{"99SIMIAO", "CALIBRATED_FID",
                 QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "By calibrated pixel spacing (fiducial)")},
    KnownConcept{"99SIMIAO", "ESTIMATED",
                 QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "By estimated magnification")},
    KnownConcept{"99SIMIAO", "DETECTOR",
                 QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "At detector plane, not in the patient")},
    KnownConcept{"99SIMIAO", "FILM", QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "On scanned film")},
    KnownConcept{"99SIMIAO", "US_REGION",
                 QT_TRANSLATE_NOOP("simiao::viewer::Concepts", "By ultrasound region calibration")},
};

} // namespace

QString conceptWords(const imaging::CodedConcept &named)
{
    const auto known = std::ranges::find_if(kKnown, [&named](const KnownConcept &candidate) {
        return named.scheme == QLatin1String(candidate.scheme)
            && named.value == QLatin1String(candidate.value);
    });
    return known == kKnown.end() ? named.meaning : Words::tr(known->words);
}

QString titleWords(const QString &title)
{
    const auto known = std::ranges::find_if(
        kKnown, [&title](const KnownConcept &candidate) { return title == QLatin1String(candidate.words); });
    return known == kKnown.end() ? title : Words::tr(known->words);
}

QString unitWords(const imaging::CodedConcept &unit)
{
    const auto is = [&unit](const char *code) { return unit.value == QLatin1String(code); };
    if (is("[hnsf'U]"))
        return QStringLiteral("HU");
    if (is("deg"))
        return QStringLiteral("°");
    if (is("mm2"))
        return QStringLiteral("mm²");
    if (is("cm2"))
        return QStringLiteral("cm²");
    return unit.value;
}

} // namespace simiao::viewer
