#include "integration/fhir/encounter_reader.h"

#include "integration/fhir/date_reader.h"

namespace simiao::fhir {

using namespace Qt::StringLiterals;
using administration::Encounter;
using administration::EncounterStatus;

namespace {

/// Encounter.class: the visits known here are outpatient's.
void remarkClass(const Element &resource)
{
    const auto kind = resource.member(u"class"_s);
    const QString code = kind.text(u"code"_s);
    kind.skip({u"system"_s, u"display"_s});
    if (!code.isEmpty() && code != "AMB"_L1)
        resource.remark(u"class"_s, RemarkCode::ValueNotKept, code);
}

} // namespace

std::vector<Encounter> readEncounter(const Element &resource)
{
    const QString word = resource.text(u"status"_s);
    const auto status = fromCode<EncounterStatus>(word);
    if (!status || status == EncounterStatus::EnteredInError) {
        resource.drop(u"status"_s, RemarkCode::ValueNotKept, u"not stored: "_s + word);
        return {};
    }
    const auto period = resource.member(u"period"_s);
    const auto start = Instant::parse(period.text(u"start"_s));
    if (!start) {
        resource.drop(u"period"_s, RemarkCode::ValueNotKept, u"not stored: no time of its beginning"_s);
        return {};
    }
    Encounter visit;
    visit.status = *status;
    visit.start = *start;
    visit.end = readInstant(period, u"end"_s);
    remarkClass(resource);
    return {visit};
}

} // namespace simiao::fhir
