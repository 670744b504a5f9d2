#pragma once

#include "drafts/draft_record.h"

#include <optional>

namespace simiao::drafts {

/// What the records of a journal add up to.
class DraftBook
{
public:
    /// \returns whether anything is different now
    bool apply(const DraftRecord &record);

    std::vector<workflow::DraftEntry> entriesOf(Uuid draft) const;
    /// Drafts with entries, in the order in which they were begun.
    std::vector<Uuid> drafts() const;
    /// When something was last typed into the draft; nothing where there is none.
    std::optional<Instant> lastTyped(Uuid draft) const;
    /// The fewest records that add up to this book.
    std::vector<DraftRecord> records() const;

private:
    struct Draft
    {
        Uuid id;
        std::vector<DraftRecord> fields;
    };

    bool write(const DraftRecord &record);
    bool erase(const DraftRecord &record);

    std::vector<Draft> m_drafts; ///< each with at least one field
};

} // namespace simiao::drafts
