#include "workflow/consultation/note_in_force.h"

namespace simiao::workflow {

namespace {

/// Of the same moment the amendment is the later one.
bool isLater(const clinical::Composition &note, const clinical::Composition &other)
{
    const auto rank = [](const clinical::Composition &one) {
        return std::pair(one.signedAt->microseconds, one.status == clinical::CompositionStatus::Amended);
    };
    return rank(note) > rank(other);
}

bool isSigned(const clinical::Composition &note)
{
    return note.signedAt && note.status != clinical::CompositionStatus::EnteredInError;
}

} // namespace

const clinical::Composition *noteInForce(const std::vector<clinical::Composition> &notes,
                                         Id<administration::Encounter> encounter)
{
    const clinical::Composition *last = nullptr;
    for (const auto &note : notes) {
        if (note.encounter == encounter && isSigned(note) && (!last || isLater(note, *last)))
            last = &note;
    }
    return last;
}

std::map<Id<administration::Encounter>, const clinical::Composition *> notesInForce(
    const std::vector<clinical::Composition> &notes)
{
    std::map<Id<administration::Encounter>, const clinical::Composition *> last;
    for (const auto &note : notes) {
        if (!isSigned(note))
            continue;
        const auto [known, isFirst] = last.try_emplace(note.encounter, &note);
        if (!isFirst && isLater(note, *known->second))
            known->second = &note;
    }
    return last;
}

} // namespace simiao::workflow
