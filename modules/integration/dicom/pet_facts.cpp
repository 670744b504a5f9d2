#include "integration/dicom/pet_facts.h"

#include "integration/dicom/attributes.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

QStringList codes(DcmItem &item, const DcmTagKey &tag)
{
    QStringList values;
    for (unsigned long i = 0;; ++i) {
        const auto value = code(item, tag, i);
        if (value.isEmpty())
            return values;
        values.append(value);
    }
}

std::optional<QDateTime> timeOf(DcmItem &item, const DcmTagKey &date, const DcmTagKey &time)
{
    return deviceTime(code(item, date), code(item, time));
}

/// "20261122093015.5+0800": the zone is left away, as all other times of the device have none.
std::optional<QDateTime> timeOfDt(const QString &dt)
{
    constexpr int kDay = 8;
    const auto local = dt.section(u'+', 0, 0).section(u'-', 0, 0);
    return local.size() > kDay ? deviceTime(local.first(kDay), local.mid(kDay)) : std::nullopt;
}

void readTracer(DcmItem &dataset, imaging::PetFacts &facts)
{
    auto *tracer = sequenceItem(dataset, DCM_RadiopharmaceuticalInformationSequence);
    if (tracer == nullptr)
        return;
    facts.doseBq = number(*tracer, DCM_RadionuclideTotalDose);
    facts.halfLifeS = number(*tracer, DCM_RadionuclideHalfLife);
    facts.injected = timeOfDt(code(*tracer, DCM_RadiopharmaceuticalStartDateTime));
    facts.isInjectionDayKnown = facts.injected.has_value();
    if (!facts.injected)
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
