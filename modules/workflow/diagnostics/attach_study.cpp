#include "workflow/diagnostics/attach_study.h"

#include "core/text.h"

#include <algorithm>
#include <map>

namespace simiao::workflow {

namespace {

bool isOf(const ImageSeries &series, const administration::Patient &patient)
{
    const bool isBirthDate = series.patientBirthDate == patient.birthDate.toIso();
    const bool isName = series.patientName == patient.name;
    if (series.patientId.isEmpty() || series.patientId != patient.mrn)
        return isName && isBirthDate;
    // Numbers of other hospitals collide with ours: the number alone names nobody.
    const bool saysMore = !series.patientName.isEmpty() || !series.patientBirthDate.isEmpty();
    return isName || isBirthDate || !saysMore;
}

bool isUnlabelled(const ImageSeries &series)
{
    return series.patientId.isEmpty() && series.patientName.isEmpty();
}

diagnostics::ImagingStudy studyOf(const Context &context,
                                  Id<administration::Patient> patient,
                                  const QString &location,
                                  const ImageSeries &series)
{
    diagnostics::ImagingStudy study;
    study.id = context.newId<diagnostics::ImagingStudy>();
    study.patient = patient;
    study.studyInstanceUid = series.studyInstanceUid;
    study.modality = series.modality;
    study.description =
        series.studyDescription.isEmpty() ? series.seriesDescription : series.studyDescription;
    study.started = series.studyDate;
    study.endpoint = location;
    return study;
}

std::vector<diagnostics::ImagingStudy> studiesOf(const Context &context,
                                                 Id<administration::Patient> patient,
                                                 const QString &location,
                                                 const std::vector<ImageSeries> &series)
{
    std::map<QString, diagnostics::ImagingStudy> studies;
    for (const auto &one : series) {
        auto &study =
            studies.try_emplace(one.studyInstanceUid, studyOf(context, patient, location, one)).first->second;
        ++study.numberOfSeries;
        study.numberOfInstances += int(one.instances.size());
    }
    std::vector<diagnostics::ImagingStudy> found;
    for (auto &[uid, study] : studies)
        found.push_back(std::move(study));
    return found;
}

} // namespace

ImageIdentity identityOf(const std::vector<ImageSeries> &series, const administration::Patient &patient)
{
    if (!series.empty()
        && std::ranges::all_of(series, [&patient](const auto &one) { return isOf(one, patient); }))
        return ImageIdentity::Same;
    return std::ranges::all_of(series, isUnlabelled) ? ImageIdentity::Unlabelled : ImageIdentity::Different;
}

Task<Result<std::vector<diagnostics::ImagingStudy>>> attachStudies(Context context,
                                                                   Uuid command,
                                                                   Id<administration::Patient> patientId,
                                                                   QString location,
                                                                   std::vector<ImageSeries> series,
                                                                   bool isIdentityConfirmed)
{
    const auto act = QStringLiteral("imaging.attach");
    auto authorising = authorise(context, act);
    CO_TRY_VOID(co_await authorising);
    auto loading = load(context.store, patientId);
    CO_TRY(const auto patient, co_await loading);
    const bool isSame = identityOf(series, patient) == ImageIdentity::Same;
    if (!isIdentityConfirmed && !isSame)
        co_return Error{ErrorKind::Conflict, QStringLiteral("imaging.other-patient")};

    const auto studies = studiesOf(context, patientId, location, series);
    const auto identity = isSame ? QStringLiteral("same") : QStringLiteral("confirmed");
    const auto detail = QStringLiteral("studies=%1 identity=%2").arg(studies.size()).arg(identity);
    auto work = context.begin(command, act, patientId, detail);
    for (const auto &study : studies) {
        CO_TRY_VOID(checkedText(study.description));
        work.insert(study);
    }
    auto storing = context.store->commit(std::move(work));
    CO_TRY_VOID(co_await storing);
    auto finding = find(context.store, query::studiesOfPatient, patientId);
    co_return co_await finding;
}

} // namespace simiao::workflow
