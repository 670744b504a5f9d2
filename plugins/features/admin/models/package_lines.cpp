#include "admin/models/package_lines.h"

#include "workflow/ports/queries.h"

#include <algorithm>

namespace simiao::admin {

using administration::Library;
using workflow::PackageKind;

namespace {

workflow::PackageHeader headerOf(const QByteArray &text, const QString &place)
{
    const auto json = Json::parse(text);
    const auto header =
        json ? workflow::readPackageHeader(*json, place) : Result<workflow::PackageHeader>(json.error());
    return header.value_or(workflow::PackageHeader());
}

/// As workflow::readReference() finds it when it puts the version in place.
std::optional<Error> problemOf(const PackageKind &kind, const Library &active, Date today)
{
    const auto title = kind.name + QLatin1Char(' ') + active.release;
    if (!active.isValidOn(today))
        return Error{ErrorKind::Invalid, QStringLiteral("package.period"), title};
    const auto readable = workflow::checkPackage(kind, active.content.toUtf8(), title);
    if (readable)
        return std::nullopt;
    return Error{ErrorKind::Corrupt, QStringLiteral("package.unreadable"), readable.error().detail};
}

PackageLine lineOf(const PackageKind &kind, const std::vector<Library> &libraries, Date today)
{
    PackageLine line{kind.name, kind.title, headerOf(kind.shipped, kind.fileName), true, {}, {}};
    const auto *active = workflow::activeLibraryOf(libraries, kind.name);
    if (!active)
        return line;
    line.problem = problemOf(kind, *active, today);
    if (line.problem)
        return line;
    const auto shipped = line.header.release;
    line.isShipped = false;
    line.header = {kind.name, active->release, active->source, active->validFrom, active->validTo};
    if (administration::compareReleases(active->release, shipped) < 0)
        line.newerShipped = shipped;
    return line;
}

VersionLine shippedLine(const PackageKind &kind, bool isInForce)
{
    const auto header = headerOf(kind.shipped, kind.fileName);
    Library library;
    library.name = kind.name;
    library.release = header.release;
    library.source = header.source;
    library.validFrom = header.validFrom;
    library.validTo = header.validTo;
    library.content = QString::fromUtf8(kind.shipped);
    return {library, true, isInForce};
}

} // namespace

Task<Result<PackageReading>> readPackages(workflow::Context context)
{
    auto reading = workflow::installedPackages(context);
    CO_TRY(const auto libraries, co_await reading);
    auto finding = workflow::find(context.store, workflow::query::accounts);
    CO_TRY(const auto accounts, co_await finding);
    PackageReading read{libraries, {}};
    for (const auto &account : accounts)
        read.names.emplace(account.id, account.loginName);
    co_return Result<PackageReading>(std::move(read));
}

std::vector<PackageLine> packageLines(const workflow::PackageCatalogue &catalogue,
                                      const std::vector<Library> &libraries,
                                      Date today)
{
    std::vector<PackageLine> lines;
    for (const auto &kind : catalogue)
        lines.push_back(lineOf(kind, libraries, today));
    return lines;
}

std::vector<VersionLine> versionLines(const PackageKind &kind,
                                      const std::vector<Library> &libraries,
                                      Date today)
{
    const auto line = lineOf(kind, libraries, today);
    std::vector<VersionLine> lines;
    for (const auto &library : libraries) {
        if (library.name == kind.name)
            lines.push_back({library, false, !line.isShipped && library.release == line.header.release});
    }
    std::ranges::reverse(lines);
    lines.push_back(shippedLine(kind, line.isShipped));
    return lines;
}

} // namespace simiao::admin
