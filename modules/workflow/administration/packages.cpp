#include "workflow/administration/packages.h"

#include "core/text.h"
#include "workflow/commit_and_load.h"
#include "workflow/earlier_result.h"
#include "workflow/ports/library_queries.h"

namespace simiao::workflow {

using namespace Qt::StringLiterals;
using administration::Library;
using administration::LibraryAct;
using administration::PublicationStatus;

namespace {

/// Who changes what counts for all may change the rules too.
const QString kAct = u"setting.manage"_s;

Error invalid(const QString &reason, const QString &detail)
{
    return {ErrorKind::Invalid, u"package."_s + reason, detail};
}

Result<void> checkReason(const QString &reason)
{
    TRY_VOID(checkedText(reason));
    return reason.trimmed().isEmpty() ? Result<void>(invalid(u"reason-missing"_s, {})) : ok();
}

/// The same version after an act.
Library after(Library library,
              const Context &context,
              PublicationStatus status,
              LibraryAct act,
              const QString &reason)
{
    library.status = status;
    library.history.push_back({act, context.clock->now(), context.session.account, reason.trimmed()});
    return library;
}

PackageInstallation installation(const PackageKind &kind,
                                 const std::vector<Library> &libraries,
                                 const Library &library,
                                 Date today)
{
    PackageInstallation made{library, library.version > 0, textInForce(kind, libraries, today), {}};
    made.difference = lineDiff(QString::fromUtf8(made.before.text), library.content);
    return made;
}

/// What the trail says of a version: never the person's words.
QString detailOf(const Library &library)
{
    constexpr int kPrefix = 12;
    return u"%1 %2 sha256=%3"_s.arg(library.name, library.release, library.sha256.left(kPrefix));
}

/// The version this command left active, or retired where it went back to the shipped text: the last one it wrote.
Task<Result<std::optional<Library>>> earlierChoice(Context context, Uuid command)
{
    auto asking = context.store->receiptOf(command);
    CO_TRY(const auto receipt, co_await asking);
    if (!receipt || receipt->changes.empty())
        co_return std::optional<Library>();
    auto loading = load(context.store, Id<Library>{receipt->changes.back().id});
    CO_TRY(const auto stored, co_await loading);
    co_return std::optional<Library>(stored);
}

/// Retires what is active, so that something else can hold.
void retire(UnitOfWork &work,
            const Library *active,
            const Context &context,
            LibraryAct act,
            const QString &reason)
{
    if (active)
        work.update(after(*active, context, PublicationStatus::Retired, act, reason));
}

Task<Result<Library>> takeOver(Context context,
                               Uuid command,
                               PackageKind kind,
                               PackageChoice choice,
                               ActivationKind way)
{
    const bool isRollBack = way == ActivationKind::RollBack;
    auto finding = find(context.store, query::librariesOfName, kind.name);
    CO_TRY(const auto libraries, co_await finding);
    const auto *wanted = libraryOf(libraries, kind.name, choice.release);
    if (!wanted)
        co_return Error{ErrorKind::NotFound, u"package.version-unknown"_s, kind.name + u' ' + choice.release};
    CO_TRY_VOID(checkActivation(kind, libraries, *wanted, way, context.clock->today()));

    const auto act = isRollBack ? LibraryAct::RollBack : LibraryAct::Activate;
    auto work = context.begin(command, u"package."_s + codeOf(act), {}, detailOf(*wanted));
    retire(work, activeLibraryOf(libraries, kind.name), context, LibraryAct::Replace, choice.reason);
    work.update(after(*wanted, context, PublicationStatus::Active, act, choice.reason));
    auto storing = commitAndLoad(context, std::move(work), wanted->id);
    co_return co_await storing;
}

Task<Result<Library>> withdraw(Context context, Uuid command, PackageKind kind, QString reason)
{
    auto finding = find(context.store, query::librariesOfName, kind.name);
    CO_TRY(const auto libraries, co_await finding);
    const auto *active = activeLibraryOf(libraries, kind.name);
    if (!active)
        co_return Error{ErrorKind::Conflict, u"package.shipped-holds"_s, kind.name};
    auto work = context.begin(command, u"package.roll-back"_s, {}, kind.name + u" shipped"_s);
    retire(work, active, context, LibraryAct::Withdraw, reason);
    auto storing = commitAndLoad(context, std::move(work), active->id);
    co_return co_await storing;
}

Result<PackageKind> knownKind(const PackageCatalogue &catalogue, const QString &name)
{
    const auto *kind = kindOf(catalogue, name);
    return kind ? *kind : Result<PackageKind>(invalid(u"name-unknown"_s, name));
}

} // namespace

Task<Result<std::vector<Library>>> installedPackages(Context context)
{
    auto authorising = authorise(context, kAct);
    CO_TRY_VOID(co_await authorising);
    auto finding = find(context.store, query::libraries);
    co_return co_await finding;
}

Task<Result<PackageInstallation>> installPackage(Context context,
                                                 Uuid command,
                                                 PackageCatalogue catalogue,
                                                 PackageFile file,
                                                 QString reason,
                                                 bool isDryRun)
{
    auto authorising = authorise(context, kAct);
    CO_TRY_VOID(co_await authorising);
    auto asking = earlierResult<Library>(context, command);
    CO_TRY(const auto earlier, co_await asking);
    const auto today = context.clock->today();
    CO_TRY(auto candidate, readCandidate(catalogue, file, today));
    const auto kind = *kindOf(catalogue, candidate.name);
    auto finding = find(context.store, query::librariesOfName, candidate.name);
    CO_TRY(const auto libraries, co_await finding);
    if (earlier)
        co_return installation(kind, libraries, *earlier, today);
    CO_TRY_VOID(checkNew(kind, libraries, candidate, file));
    if (const auto *same = libraryOf(libraries, kind.name, candidate.release))
        co_return installation(kind, libraries, *same, today);
    if (isDryRun)
        co_return installation(kind, libraries, candidate, today);

    CO_TRY_VOID(checkReason(reason));
    candidate.id = context.newId<Library>();
    const auto draft = after(candidate, context, PublicationStatus::Draft, LibraryAct::Install, reason);
    auto work = context.begin(command, u"package.install"_s, {}, detailOf(draft));
    work.insert(draft);
    auto storing = commitAndLoad(context, std::move(work), draft.id);
    CO_TRY(const auto stored, co_await storing);
    co_return installation(kind, libraries, stored, today);
}

Task<Result<Library>> activatePackage(Context context,
                                      Uuid command,
                                      PackageCatalogue catalogue,
                                      PackageChoice choice)
{
    auto authorising = authorise(context, kAct);
    CO_TRY_VOID(co_await authorising);
    CO_TRY_VOID(checkedText(choice.reason));
    CO_TRY(const auto kind, knownKind(catalogue, choice.name));
    auto asking = earlierChoice(context, command);
    CO_TRY(const auto earlier, co_await asking);
    if (earlier)
        co_return Result<Library>(*earlier);
    auto taking = takeOver(context, command, kind, choice, ActivationKind::Forward);
    co_return co_await taking;
}

Task<Result<Library>> rollBackPackage(Context context,
                                      Uuid command,
                                      PackageCatalogue catalogue,
                                      PackageChoice choice)
{
    auto authorising = authorise(context, kAct);
    CO_TRY_VOID(co_await authorising);
    CO_TRY_VOID(checkReason(choice.reason));
    CO_TRY(const auto kind, knownKind(catalogue, choice.name));
    auto asking = earlierChoice(context, command);
    CO_TRY(const auto earlier, co_await asking);
    if (earlier)
        co_return Result<Library>(*earlier);
    auto going = choice.release.isEmpty()
        ? withdraw(context, command, kind, choice.reason)
        : takeOver(context, command, kind, choice, ActivationKind::RollBack);
    co_return co_await going;
}

} // namespace simiao::workflow
