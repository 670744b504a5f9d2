#include "workflow/diagnostics/archive_choice.h"

#include <algorithm>

namespace simiao::workflow {

std::vector<std::shared_ptr<ImageArchive>> preferredArchives(
    std::vector<std::shared_ptr<ImageArchive>> web,
    const std::vector<std::shared_ptr<ImageArchive>> &dimse)
{
    auto all = std::move(web);
    for (const auto &archive : dimse) {
        const bool isThere = std::ranges::any_of(
            all, [&archive](const auto &other) { return other->displayName() == archive->displayName(); });
        if (!isThere)
            all.push_back(archive);
    }
    return all;
}

std::vector<std::shared_ptr<ImageArchive>> withFirst(std::vector<std::shared_ptr<ImageArchive>> archives,
                                                     const QString &name)
{
    const auto first = std::ranges::find_if(
        archives, [&name](const auto &archive) { return archive->displayName() == name; });
    if (first != archives.end())
        std::rotate(archives.begin(), first, std::next(first));
    return archives;
}

} // namespace simiao::workflow
