#include "sdk/prescribed_lines.h"

#include "sdk/desk.h"
#include "sdk/visit.h"

namespace simiao::sdk {

workflow::SigningFacts signingFacts(const Visit &visit)
{
    return {visit.record().patient, visit.record().allergies};
}

std::vector<workflow::PreparedLine> preparedLines(const Visit &visit)
{
    const auto terminology = visit.desk()->terminology();
    const auto facts = signingFacts(visit);
    std::vector<workflow::PreparedLine> lines;
    for (const auto &draft : visit.draft().medications) {
        const auto medication = terminology ? terminology->medication(draft.medication) : std::nullopt;
        if (medication)
            lines.push_back(workflow::prepareLine(*medication, draft, facts, visit.desk()->reference()));
    }
    return lines;
}

Money draftTotal(const Visit &visit)
{
    Money total;
    for (const auto &line : preparedLines(visit))
        total = total + line.price;
    return total;
}

} // namespace simiao::sdk
