#include "integration/dicom/pet_facts.h"

#include "integration/dicom/attributes.h"

#include <QRegularExpression>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

std::optional<QDateTime> timeOf(DcmItem &item, const DcmTagKey &date, const DcmTagKey &time)
{
    return deviceTime(code(item, date), code(item, time));
}

/// "+0800" in minutes; nothing for what is not of this shape.
std::optional<int> zoneMinutes(const QString &offset)
{
    static const QRegularExpression shape(uR"(^([+-])(0\d|1[0-4])([0-5]\d)$)"_s);
    const auto match = shape.match(offset);
    if (!match.hasMatch())
        return std::nullopt;
    constexpr int kMinutesPerHour = 60;
    const int minutes = match.captured(2).toInt() * kMinutesPerHour + match.captured(3).toInt();
    return match.captured(1) == u"-"_s ? -minutes : minutes;
}

/// A DT, in the clock of the dataset's dates and times.
struct Moment
{
    std::optional<QDateTime> time = {};
    /// It says a zone and the dataset none, or one of them makes no sense.
    bool isZoneUnsure = false;
};

/// "20261122093015.5+0800". Without a zone of its own it is in the dataset's, said or not, as the scan's times are.
Moment momentOf(const QString &dt, const QString &zoneOfDataset)
{
    constexpr int kDay = 8;
    static const QRegularExpression sign(u"[+-]"_s);
    const auto local = dt.section(sign, 0, 0);
    const auto time = local.size() > kDay ? deviceTime(local.first(kDay), local.mid(kDay)) : std::nullopt;
    if (!time || local.size() == dt.size())
        return {time};
    const auto own = zoneMinutes(dt.mid(local.size()));
    const auto scan = zoneMinutes(zoneOfDataset);
    if (!own || !scan)
        return {.isZoneUnsure = true};
    constexpr int kSecondsPerMinute = 60;
    return {time->addSecs((*scan - *own) * kSecondsPerMinute)};
}

void readTracer(DcmItem &dataset, imaging::PetFacts &facts)
{
    auto *tracer = sequenceItem(dataset, DCM_RadiopharmaceuticalInformationSequence);
    if (tracer == nullptr)
        return;
    facts.doseBq = number(*tracer, DCM_RadionuclideTotalDose);
    facts.halfLifeS = number(*tracer, DCM_RadionuclideHalfLife);
    const auto injection = momentOf(code(*tracer, DCM_RadiopharmaceuticalStartDateTime),
                                    code(dataset, DCM_TimezoneOffsetFromUTC));
    facts.injected = injection.time;
    // The start time without its day is no way out of an unsure zone: a slow tracer is scanned days later.
    facts.isInjectionDayKnown = injection.time.has_value();
    facts.isInjectionZoneUnsure = injection.isZoneUnsure;
    if (!injection.time && !injection.isZoneUnsure)
        facts.injected = deviceTime(u"20000101"_s, code(*tracer, DCM_RadiopharmaceuticalStartTime));
}

} // namespace

std::optional<QDateTime> deviceTime(const QString &da, const QString &tm)
{
    const auto date = QDate::fromString(isoDate(da), Qt::ISODate);
    auto time = QTime::fromString(isoTime(tm), Qt::ISODate);
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    if (const auto fraction = tm.section(u'.', 1, 1).trimmed(); !fraction.isEmpty())
        time = time.addMSecs(int((u"0."_s + fraction).toDouble() * 1000));
    return QDateTime(date, time, Qt::UTC);
}

std::optional<imaging::PetFacts> petFacts(DcmItem &dataset)
{
    if (code(dataset, DCM_Modality) != u"PT"_s)
        return std::nullopt;
    imaging::PetFacts facts{.units = code(dataset, DCM_Units),
                            .suvType = code(dataset, DCM_SUVType),
                            .correctedImage = codes(dataset, DCM_CorrectedImage),
                            .decayCorrection = code(dataset, DCM_DecayCorrection),
                            .weightKg = number(dataset, DCM_PatientWeight),
                            .series = timeOf(dataset, DCM_SeriesDate, DCM_SeriesTime),
                            .acquisition = timeOf(dataset, DCM_AcquisitionDate, DCM_AcquisitionTime),
                            .frameReferenceMs = number(dataset, DCM_FrameReferenceTime),
                            .frameDurationMs = number(dataset, DCM_ActualFrameDuration)};
    readTracer(dataset, facts);
    return facts;
}

} // namespace simiao::dicom
