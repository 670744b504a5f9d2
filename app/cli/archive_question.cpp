#include "cli/archive_question.h"

#include "core/try.h"

namespace simiao::cli {

using namespace Qt::StringLiterals;

Error misread(const QString &option, const QString &value)
{
    return {.kind = ErrorKind::Invalid, .code = u"cli.option"_s, .detail = u"--%1 %2"_s.arg(option, value)};
}

Result<std::optional<QDate>> dateOf(const QString &option, const QString &text)
{
    if (text.isEmpty())
        return std::optional<QDate>();
    const auto date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid())
        return misread(option, text);
    return std::optional(date);
}

Result<workflow::StudyQuery> studyQuery(const Invocation &invocation)
{
    workflow::StudyQuery query;
    query.patientName = invocation.name;
    query.patientId = invocation.patient;
    query.modality = invocation.modality;
    TRY(query.from, dateOf(u"from"_s, invocation.from));
    TRY(query.to, dateOf(u"to"_s, invocation.to));
    if (invocation.limit > 0)
        query.limit = invocation.limit;
    return query;
}

Json studyJson(const workflow::ArchivedStudy &study)
{
    Json modalities{Json::Array{}};
    for (const auto &modality : study.modalities)
        modalities.append(modality);
    return Json(Json::Object{{u"studyInstanceUid"_s, study.studyInstanceUid},
                             {u"patientName"_s, study.patientName},
                             {u"patientId"_s, study.patientId},
                             {u"patientBirthDate"_s, study.patientBirthDate},
                             {u"patientSex"_s, study.patientSex},
                             {u"studyDate"_s, study.studyDate},
                             {u"studyTime"_s, study.studyTime},
                             {u"accessionNumber"_s, study.accessionNumber},
                             {u"description"_s, study.description},
                             {u"modalities"_s, modalities},
                             {u"series"_s, countOrNull(study.series)},
                             {u"instances"_s, countOrNull(study.instances)}});
}

PartialOutcome outcomeOf(const workflow::ImageTransfer &transfer)
{
    PartialOutcome outcome{.isWhole = transfer.isWhole(), .endedBy = transfer.endedBy};
    for (const auto &failure : transfer.failures)
        outcome.failures.push_back(failure.error);
    return outcome;
}

Json countOrNull(const std::optional<int> &count)
{
    return count ? Json(*count) : Json();
}

} // namespace simiao::cli
