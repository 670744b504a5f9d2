#include "integration/fhir/condition_reader.h"

#include "integration/fhir/absence.h"
#include "integration/fhir/concept_reader.h"
#include "integration/fhir/date_reader.h"

namespace simiao::fhir {

using namespace Qt::StringLiterals;
using clinical::ClinicalStatus;
using clinical::Condition;
using clinical::VerificationStatus;

namespace {

/// Condition.verificationStatus; nothing for what is not so. What was not said to be confirmed counts as provisional.
std::optional<VerificationStatus> readVerification(const Element &resource)
{
    const auto name = u"verificationStatus"_s;
    const QString word = readStatusCode(resource.member(name));
    if (word == "refuted"_L1 || word == "entered-in-error"_L1) {
        resource.drop(name, RemarkCode::ValueNotKept, u"not stored: "_s + word);
        return std::nullopt;
    }
    const auto status = fromCode<VerificationStatus>(word);
    if (!status)
        resource.remark(name, RemarkCode::ValueNotKept,
                        u"provisional: "_s + (word.isEmpty() ? u"not said"_s : word));
    return status.value_or(VerificationStatus::Provisional);
}

std::optional<ClinicalStatus> readClinicalStatus(const Element &resource)
{
    const auto name = u"clinicalStatus"_s;
    const QString word = readStatusCode(resource.member(name));
    const auto status = fromCode<ClinicalStatus>(word);
    if (!status && !word.isEmpty())
        resource.remark(name, RemarkCode::ValueNotKept, word);
    return status;
}

QString readNotes(const Element &resource)
{
    QStringList notes;
    for (const auto &note : resource.list(u"note"_s))
        notes.append(note.text(u"text"_s));
    return notes.join(u'\n');
}

/// Why the diagnosis is left out; empty when it is not.
QString obstacle(const Coding &code)
{
    if (!isSaid(code))
        return u"not stored: no diagnosis is named"_s;
    return absenceOf(code) == Absence::None ? QString() : u"not stored: says that there is none"_s;
}

} // namespace

std::vector<Condition> readCondition(const Element &resource)
{
    const auto verification = readVerification(resource);
    if (!verification)
        return {};
    Condition condition;
    condition.code = readConcept(resource.member(u"code"_s));
    if (const QString why = obstacle(condition.code); !why.isEmpty()) {
        resource.drop(u"code"_s, RemarkCode::ValueNotKept, why);
        return {};
    }
    condition.rank = 0;
    condition.verificationStatus = *verification;
    condition.clinicalStatus = readClinicalStatus(resource);
    condition.onset = readDateTime(resource, u"onsetDateTime"_s);
    condition.abatement = readDateTime(resource, u"abatementDateTime"_s);
    condition.note = readNotes(resource);
    return {condition};
}

} // namespace simiao::fhir
