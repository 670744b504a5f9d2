#include "workflow/consultation/unsigned_drafts.h"

#include <algorithm>

namespace simiao::workflow {

using administration::Encounter;

namespace {

const auto kAct = QStringLiteral("composition.write");
constexpr int kExcerpt = 40;

using EntriesByDraft = std::map<Uuid, std::vector<DraftEntry>>;

/// Only what a visit's draft is made of: fields of other drafts are of other desks.
EntriesByDraft visitEntries(const std::vector<DraftEntry> &entries)
{
    EntriesByDraft drafts;
    for (const auto &entry : entries) {
        QStringList foreign;
        draftFromFields({entry}, &foreign);
        if (foreign.isEmpty())
            drafts[entry.draft].push_back(entry);
    }
    return drafts;
}

void count(UnsignedDraft &unsignedDraft, const VisitDraft &draft)
{
    for (const auto &[code, text] : draft.sections) {
        const QString line = text.simplified();
        unsignedDraft.sections += line.isEmpty() ? 0 : 1;
        if (unsignedDraft.excerpt.isEmpty())
            unsignedDraft.excerpt = line.left(kExcerpt);
    }
    unsignedDraft.diagnoses = int(draft.diagnoses.size());
    unsignedDraft.medications = int(draft.medications.size());
}

Task<Result<UnsignedDraft>> readDraft(Context context, std::vector<DraftEntry> entries)
{
    const Id<Encounter> id{entries.front().draft};
    auto asking = ask(context.store, one(id), all(query::taskOfEncounter, id));
    CO_TRY(const auto found, co_await asking);
    const auto &[encounter, tasks] = found;
    if (tasks.empty())
        co_return Error{ErrorKind::NotFound, QStringLiteral("store.not-found"), QStringLiteral("task")};
    auto loading = load(context.store, encounter.patient);
    CO_TRY(const auto patient, co_await loading);
    UnsignedDraft unsignedDraft{encounter, patient, tasks.front(), 0, 0, 0, {}};
    QStringList unreadable;
    count(unsignedDraft, draftFromFields(entries, &unreadable));
    co_return Result<UnsignedDraft>(std::move(unsignedDraft));
}

} // namespace

bool UnsignedDraft::isOpen() const
{
    return scheduling::isAllowed(task.status, scheduling::TaskStatus::Completed);
}

Task<Result<std::vector<UnsignedDraft>>> unsignedDrafts(Context context, std::vector<DraftEntry> entries)
{
    auto authorising = authorise(context, kAct);
    CO_TRY_VOID(co_await authorising);
    std::vector<UnsignedDraft> drafts;
    for (const auto &[id, ofDraft] : visitEntries(entries)) {
        auto reading = readDraft(context, ofDraft);
        const auto draft = co_await reading;
        if (draft)
            drafts.push_back(*draft);
        else if (draft.error().kind != ErrorKind::NotFound) // a visit of another store
            co_return draft.error();
    }
    std::ranges::sort(drafts, {}, [](const UnsignedDraft &draft) { return draft.encounter.start; });
    co_return Result<std::vector<UnsignedDraft>>(std::move(drafts));
}

Task<Result<void>> discardDraft(Context context, Uuid command, Id<administration::Patient> patient)
{
    auto authorising = authorise(context, kAct);
    CO_TRY_VOID(co_await authorising);
    auto recording =
        context.store->commit(context.begin(command, kAct, patient, QStringLiteral("draft-discarded")));
    CO_TRY_VOID(co_await recording);
    co_return ok();
}

} // namespace simiao::workflow
