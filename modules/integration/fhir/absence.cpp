#include "integration/fhir/absence.h"

#include <algorithm>
#include <iterator>

namespace simiao::fhir {

namespace {

struct Statement
{
    const char *system;
    const char *code;
    Absence absence;
};

constexpr auto kIps = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";
constexpr auto kSnomed = "http://snomed.info/sct";

constexpr Statement kStatements[] = {
    {kIps, "no-known-allergies", Absence::KnownAbsent},
    {kIps, "no-known-medication-allergies", Absence::PartAbsent},
    {kIps, "no-known-environmental-allergies", Absence::PartAbsent},
    {kIps, "no-known-food-allergies", Absence::PartAbsent},
    {kIps, "no-known-problems", Absence::KnownAbsent},
    {kIps, "no-known-medications", Absence::KnownAbsent},
    {kIps, "no-allergy-info", Absence::NotAsked},
    {kIps, "no-problem-info", Absence::NotAsked},
    {kIps, "no-medication-info", Absence::NotAsked},
    {kSnomed, "716186003", Absence::KnownAbsent}, // No known allergy
    {kSnomed, "160244002", Absence::KnownAbsent}, // No known allergies, in older records
    {kSnomed, "409137002", Absence::PartAbsent},  // No known drug allergy
    {kSnomed, "429625007", Absence::PartAbsent},  // No known food allergy
    {kSnomed, "428607008", Absence::PartAbsent},  // No known environmental allergy
    {kSnomed, "428197003", Absence::PartAbsent},  // No known allergy of one kind
    {kSnomed, "160245001", Absence::KnownAbsent}, // No current problems or disability
};

} // namespace

Absence absenceOf(const Coding &coding)
{
    const auto found = std::ranges::find_if(kStatements, [&coding](const Statement &statement) {
        return coding.system == QLatin1StringView(statement.system)
            && coding.code == QLatin1StringView(statement.code);
    });
    return found == std::end(kStatements) ? Absence::None : found->absence;
}

} // namespace simiao::fhir
