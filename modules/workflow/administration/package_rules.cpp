#include "workflow/administration/package_rules.h"

#include "core/hash.h"
#include "core/try.h"

namespace simiao::workflow {

using namespace Qt::StringLiterals;
using administration::Library;

namespace {

Error invalid(const QString &reason, const QString &detail)
{
    return {ErrorKind::Invalid, u"package."_s + reason, detail};
}

Error conflict(const QString &reason, const QString &detail)
{
    return {ErrorKind::Conflict, u"package."_s + reason, detail};
}

QString namesOf(const PackageCatalogue &catalogue)
{
    QStringList names;
    for (const auto &kind : catalogue)
        names.append(kind.name);
    return names.join(u", "_s);
}

/// The text without any loss, so that what is exported again has the bytes of the file.
Result<QString> decoded(const PackageFile &file)
{
    const auto text = QString::fromUtf8(file.content);
    return text.toUtf8() == file.content ? text : Result<QString>(invalid(u"encoding"_s, file.place));
}

Result<PackageHeader> headerOf(const PackageFile &file)
{
    const auto json = Json::parse(file.content);
    if (!json)
        return Error{json.error().kind, json.error().code, file.place + u':' + json.error().detail};
    return readPackageHeader(*json, file.place);
}

Result<QString> nameOf(const PackageFile &file, const PackageHeader &header)
{
    if (file.name.isEmpty() && header.name.isEmpty())
        return invalid(u"name-missing"_s, file.place);
    const bool areBoth = !file.name.isEmpty() && !header.name.isEmpty();
    if (areBoth && file.name != header.name)
        return invalid(u"name-differs"_s, header.name);
    return header.name.isEmpty() ? file.name : header.name;
}

/// What the version is measured by: the active one, even when its period does not hold today, else the shipped one.
QString currentRelease(const PackageKind &kind, const std::vector<Library> &libraries)
{
    const auto *active = activeLibraryOf(libraries, kind.name);
    return active ? active->release : shippedText(kind).release;
}

Result<void> checkPeriod(const Library &library, Date today)
{
    if (library.validTo && *library.validTo < today)
        return invalid(u"ended"_s, library.validTo->toIso());
    return ok();
}

} // namespace

Result<Library> readCandidate(const PackageCatalogue &catalogue, const PackageFile &file, Date today)
{
    if (file.content.size() > kLargestPackage)
        return invalid(u"too-large"_s, file.place);
    Library candidate;
    TRY(candidate.content, decoded(file));
    TRY(const auto header, headerOf(file));
    TRY(candidate.name, nameOf(file, header));
    const auto *kind = kindOf(catalogue, candidate.name);
    if (!kind)
        return invalid(u"name-unknown"_s, namesOf(catalogue));
    candidate.release = header.release;
    candidate.source = header.source;
    candidate.validFrom = header.validFrom;
    candidate.validTo = header.validTo;
    candidate.sha256 = QString::fromLatin1(sha256(file.content).toHex());
    TRY_VOID(checkPackage(*kind, file.content, file.place));
    TRY_VOID(checkPeriod(candidate, today));
    return candidate;
}

Result<void> checkNew(const PackageKind &kind,
                      const std::vector<Library> &libraries,
                      const Library &candidate,
                      const PackageFile &file)
{
    const auto shipped = shippedText(kind);
    if (const auto *same = libraryOf(libraries, kind.name, candidate.release)) {
        if (same->content != candidate.content)
            return conflict(u"exists"_s, candidate.release);
        return ok();
    }
    if (candidate.release == shipped.release)
        return conflict(shipped.text == file.content ? u"shipped"_s : u"exists"_s, candidate.release);
    const auto current = currentRelease(kind, libraries);
    if (!file.isRollBackStated && administration::compareReleases(candidate.release, current) < 0)
        return invalid(u"older"_s, current);
    return ok();
}

Result<void> checkActivation(const PackageKind &kind,
                             const std::vector<Library> &libraries,
                             const Library &wanted,
                             ActivationKind way,
                             Date today)
{
    if (wanted.status == administration::PublicationStatus::Active)
        return conflict(u"active"_s, wanted.release);
    TRY_VOID(checkPeriod(wanted, today));
    if (wanted.validFrom && today < *wanted.validFrom)
        return invalid(u"not-yet"_s, wanted.validFrom->toIso());
    const auto current = currentRelease(kind, libraries);
    const auto order = administration::compareReleases(wanted.release, current);
    if (way == ActivationKind::Forward && order < 0)
        return invalid(u"older"_s, current);
    if (way == ActivationKind::RollBack && order > 0)
        return invalid(u"newer"_s, current);
    return checkPackage(kind, wanted.content.toUtf8(), kind.name + u' ' + wanted.release);
}

} // namespace simiao::workflow
