#pragma once

#include "drafts/draft_record.h"

namespace simiao::test {

/// The n-th visit; its patient is the visit's number, too.
inline Uuid draftId(int n)
{
    Uuid id;
    id.bytes.back() = std::uint8_t(n);
    return id;
}

inline workflow::DraftEntry anEntry(int draft,
                                    const QString &text,
                                    const QString &field = QStringLiteral("note"))
{
    return {draftId(draft), draftId(draft), field, text};
}

inline drafts::DraftRecord aRecord(int draft,
                                   const QString &text,
                                   const QString &field = QStringLiteral("note"))
{
    return {anEntry(draft, text, field), Instant{1'795'314'600'000'000}, false};
}

inline drafts::DraftRecord aDiscard(int draft)
{
    drafts::DraftRecord record;
    record.entry.draft = draftId(draft);
    record.isDiscard = true;
    return record;
}

} // namespace simiao::test
