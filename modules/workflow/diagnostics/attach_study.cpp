#include "workflow/diagnostics/attach_study.h"

#include "core/text.h"
#include "workflow/ports/history_queries.h"

#include <algorithm>
#include <optional>
#include <set>

namespace simiao::workflow {

namespace {

/// Male and female; nothing where one of them is not said, or is neither.
bool contradictsSex(const ImageSeries &series, const administration::Patient &patient)
{
    using administration::Gender;
    return (patient.gender == Gender::Male && series.patientSex == u"F")
        || (patient.gender == Gender::Female && series.patientSex == u"M");
}

/// A number under which another system knows the person.
bool isKnownNumber(const QString &number, const administration::Patient &patient)
{
    return patient.identifiers
        && std::ranges::find(*patient.identifiers, number, &Identifier::value) != patient.identifiers->end();
}

ImageIdentity identityOf(const ImageSeries &series, const administration::Patient &patient)
{
    using enum ImageIdentity;
    if (contradictsSex(series, patient))
        return Different;
    const bool isBirthDate = series.patientBirthDate == patient.birthDate.toIso();
    const bool isName = series.patientName == patient.name;
    if (!series.patientId.isEmpty() && series.patientId == patient.mrn) {
        // Numbers of other hospitals collide with ours: the number alone names nobody.
        const bool saysMore = !series.patientName.isEmpty() || !series.patientBirthDate.isEmpty();
        return isName || isBirthDate || !saysMore ? Same : Different;
    }
    if (!isName || !isBirthDate)
        return Different;
    return series.patientId.isEmpty() || isKnownNumber(series.patientId, patient) ? Same : OtherNumber;
}

bool isUnlabelled(const ImageSeries &series)
{
    return series.patientId.isEmpty() && series.patientName.isEmpty();
}

Error doubt(const char *code)
{
    return {.kind = ErrorKind::Conflict, .code = QString::fromLatin1(code)};
}

/// The numbers by which the images name somebody, each once.
std::set<QString> numbersOf(const std::vector<ImageSeries> &series)
{
    std::set<QString> numbers;
    for (const auto &one : series) {
        if (!one.patientId.isEmpty())
            numbers.insert(one.patientId);
    }
    return numbers;
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
    if (std::ranges::all_of(series, isUnlabelled))
        return ImageIdentity::Unlabelled;
    auto all = ImageIdentity::Same;
    for (const auto &one : series) {
        const auto identity = identityOf(one, patient);
        if (identity == ImageIdentity::Different)
            return identity;
        if (identity == ImageIdentity::OtherNumber)
            all = identity;
    }
    return all;
}

Task<Result<std::optional<Error>>> doubtAbout(Context context,
                                              administration::Patient patient,
                                              std::vector<ImageSeries> series)
{
    const auto identity = identityOf(series, patient);
    if (identity == ImageIdentity::Same)
        co_return std::optional<Error>();
    for (const auto &number : numbersOf(series)) {
        if (number == patient.mrn || isKnownNumber(number, patient))
            continue;
        auto finding = find(context.store, query::patientByMrn, number);
        CO_TRY(const auto others, co_await finding);
        if (!others.empty())
            co_return std::optional(doubt("imaging.other-mrn"));
    }
    co_return std::optional(
        doubt(identity == ImageIdentity::OtherNumber ? "imaging.other-number" : "imaging.other-patient"));
}

Task<Result<void>> mayAttach(Context context,
                             Id<administration::Patient> patientId,
                             std::vector<ImageSeries> series,
                             bool isIdentityConfirmed)
{
    auto authorising = authorise(context, QStringLiteral("imaging.attach"));
    CO_TRY_VOID(co_await authorising);
    if (isIdentityConfirmed)
        co_return ok();
    auto loading = load(context.store, patientId);
    CO_TRY(const auto patient, co_await loading);
    auto doubting = doubtAbout(context, patient, std::move(series));
    CO_TRY(const auto reason, co_await doubting);
    if (reason)
        co_return *reason;
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
