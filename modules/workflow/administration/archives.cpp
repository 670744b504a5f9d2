#include "workflow/administration/archives.h"

#include <algorithm>

namespace simiao::workflow {

namespace {

/// What was there before and is wrong keeps nobody from mending something else.
Result<void> checkEntries(const std::vector<ArchiveEntry> &entries, const ArchiveSetup &setup)
{
    const auto known = setup.entries();
    for (const auto &entry : entries) {
        if (std::ranges::find(known, entry) != known.end())
            continue;
        if (const auto fault = setup.fault(entry))
            return fault->error;
        const auto isSame = [&entry](const ArchiveEntry &other) {
            return other.kind == entry.kind && other.name() == entry.name();
        };
        if (entry.kind != ArchiveKind::Workstation && std::ranges::count_if(entries, isSame) > 1)
            return Error{ErrorKind::Conflict, QStringLiteral("archive.name-taken"), entry.name()};
    }
    return ok();
}

} // namespace

Task<Result<ArchiveProof>> tryArchive(Context context,
                                      std::shared_ptr<ArchiveSetup> setup,
                                      ArchiveEntry entry,
                                      std::optional<ArchiveEntry> own,
                                      std::stop_token stop)
{
    auto authorising = authorise(context, QStringLiteral("setting.manage"));
    CO_TRY_VOID(co_await authorising);
    auto probing = setup->probe(std::move(entry), std::move(own), std::move(stop));
    co_return co_await probing;
}

Task<Result<void>> setUpArchives(Context context,
                                 std::shared_ptr<ArchiveSetup> setup,
                                 Uuid command,
                                 std::vector<ArchiveEntry> entries,
                                 QString what)
{
    auto authorising = authorise(context, QStringLiteral("setting.manage"));
    CO_TRY_VOID(co_await authorising);
    CO_TRY_VOID(checkEntries(entries, *setup));
    auto recording =
        context.store->commit(context.begin(command, QStringLiteral("setting.change"), {}, what));
    CO_TRY_VOID(co_await recording);
    auto storing = setup->store(std::move(entries));
    co_return co_await storing;
}

} // namespace simiao::workflow
