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

} // namespace

const clinical::Composition *noteInForce(const std::vector<clinical::Composition> &notes,
                                         Id<administration::Encounter> encounter)
{
    const clinical::Composition *last = nullptr;
    for (const auto &note : notes) {
        if (note.encounter != encounter || !note.signedAt
            || note.status == clinical::CompositionStatus::EnteredInError)
            continue;
        if (!last || isLater(note, *last))
            last = &note;
    }
    return last;
}

} // namespace simiao::workflow
