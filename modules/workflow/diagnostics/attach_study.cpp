#include "workflow/diagnostics/attach_study.h"

#include "core/text.h"

#include <algorithm>
#include <optional>

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

/// `found` as the record's own row; nothing where the record says that already.
std::optional<diagnostics::ImagingStudy> recounted(diagnostics::ImagingStudy onRecord,
                                                   const diagnostics::ImagingStudy &found)
{
    const auto before = onRecord;
    onRecord.endpoint = found.endpoint;
    onRecord.numberOfSeries = found.numberOfSeries;
    onRecord.numberOfInstances = found.numberOfInstances;
    return onRecord == before ? std::nullopt : std::optional(onRecord);
}

} // namespace

ImageIdentity identityOf(const std::vector<ImageSeries> &series, const administration::Patient &patient)
{
    if (!series.empty()
        && std::ranges::all_of(series, [&patient](const auto &one) { return isOf(one, patient); }))
        return ImageIdentity::Same;
    return std::ranges::all_of(series, isUnlabelled) ? ImageIdentity::Unlabelled : ImageIdentity::Different;
}

Task<Result<void>> mayAttach(Context context,
                             Id<administration::Patient> patientId,
                             std::vector<ImageSeries> series,
                             bool isIdentityConfirmed)
{
    auto authorising = authorise(context, QStringLiteral("imaging.attach"));
    CO_TRY_VOID(co_await authorising);
    auto loading = load(context.store, patientId);
    CO_TRY(const auto patient, co_await loading);
    if (!isIdentityConfirmed && identityOf(series, patient) != ImageIdentity::Same)
        co_return Error{ErrorKind::Conflict, QStringLiteral("imaging.other-patient")};
    co_return ok();
}

Task<Result<std::vector<diagnostics::ImagingStudy>>> attachStudies(Context context,
                                                                   Uuid command,
                                                                   Id<administration::Patient> patientId,
                                                                   QString location,
                                                                   std::vector<ImageSeries> series,
                                                                   bool isIdentityConfirmed,
                                                                   std::map<QString, QString> copies)
{
    auto asking = mayAttach(context, patientId, series, isIdentityConfirmed);
    CO_TRY_VOID(co_await asking);
    auto loading = load(context.store, patientId);
    CO_TRY(const auto patient, co_await loading);
    auto knowing = find(context.store, query::studiesOfPatient, patientId);
    CO_TRY(const auto known, co_await knowing);

    auto studies = studiesOf(context, patientId, location, series);
    const bool isSame = identityOf(series, patient) == ImageIdentity::Same;
    const auto identity = isSame ? QStringLiteral("same") : QStringLiteral("confirmed");
    const auto detail = QStringLiteral("studies=%1 identity=%2").arg(studies.size()).arg(identity);
    auto work = context.begin(command, QStringLiteral("imaging.attach"), patientId, detail);
    bool isNews = false;
    for (auto &study : studies) {
        CO_TRY_VOID(checkedText(study.description));
        const auto copy = copies.find(study.studyInstanceUid);
        if (copy != copies.end())
            study.endpoint = copy->second;
        const auto before =
            std::ranges::find(known, study.studyInstanceUid, &diagnostics::ImagingStudy::studyInstanceUid);
        const bool isOneMore =
            before == known.end() || (copy == copies.end() && before->endpoint != study.endpoint);
        if (isOneMore)
            work.insert(study);
        else if (const auto changed = recounted(*before, study))
            work.update(*changed);
        else
            continue;
        isNews = true;
    }
    if (!isNews)
        co_return known;
    auto storing = context.store->commit(std::move(work));
    CO_TRY_VOID(co_await storing);
    auto finding = find(context.store, query::studiesOfPatient, patientId);
    co_return co_await finding;
}

} // namespace simiao::workflow
