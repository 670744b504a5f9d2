#include "workflow/package_text.h"

#include <algorithm>

namespace simiao::workflow {

using administration::Library;

namespace {

template <typename Condition>
const Library *first(const std::vector<Library> &libraries, Condition condition)
{
    const auto found = std::ranges::find_if(libraries, condition);
    return found == libraries.end() ? nullptr : &*found;
}

PackageText textOf(const Library &library)
{
    return {library.content.toUtf8(), library.release, false};
}

} // namespace

PackageText shippedText(const PackageKind &kind)
{
    const auto json = Json::parse(kind.shipped);
    const auto release = json ? (*json)[QStringLiteral("version")].toString() : QString();
    return {kind.shipped, release, true};
}

PackageText textInForce(const PackageKind &kind, const std::vector<Library> &libraries, Date day)
{
    const auto *own = administration::libraryInForce(libraries, kind.name, day);
    return own ? textOf(*own) : shippedText(kind);
}

std::optional<PackageText> textOf(const PackageKind &kind,
                                  const std::vector<Library> &libraries,
                                  const QString &release)
{
    if (release.isEmpty())
        return shippedText(kind);
    const auto *own = libraryOf(libraries, kind.name, release);
    return own ? std::optional(textOf(*own)) : std::nullopt;
}

const Library *libraryOf(const std::vector<Library> &libraries, const QString &name, const QString &release)
{
    return first(libraries,
                 [&](const Library &library) { return library.name == name && library.release == release; });
}

const Library *activeLibraryOf(const std::vector<Library> &libraries, const QString &name)
{
    return first(libraries, [&](const Library &library) {
        return library.name == name && library.status == administration::PublicationStatus::Active;
    });
}

} // namespace simiao::workflow
