#include "bootstrap/live_reference.h"
#include "cli/cli_session.h"
#include "cli/command_table.h"
#include "sdk/desk.h"
#include "workflow/administration/packages.h"
#include "workflow/ports/library_queries.h"

#include <QFile>
#include <QFileInfo>

namespace simiao::cli {

using namespace Qt::StringLiterals;
using administration::Library;
using workflow::PackageInstallation;
using workflow::PackageKind;

namespace {

const QString kShipped = u"shipped"_s;

Json jsonOf(const std::optional<Date> &day)
{
    return day ? Json(day->toIso()) : Json();
}

Json jsonOf(const Library &library)
{
    return Json(Json::Object{{u"name"_s, library.name},
                             {u"version"_s, library.release},
                             {u"status"_s, codeOf(library.status)},
                             {u"source"_s, library.source},
                             {u"validFrom"_s, jsonOf(library.validFrom)},
                             {u"validTo"_s, jsonOf(library.validTo)},
                             {u"sha256"_s, library.sha256}});
}

/// What there is of one kind: what holds, what is shipped, and the hospital's versions.
Json jsonOf(const PackageKind &kind, const std::vector<Library> &libraries, Date today)
{
    const auto holds = workflow::textInForce(kind, libraries, today);
    Json versions{Json::Array{}};
    for (const auto &library : libraries) {
        if (library.name == kind.name)
            versions.append(jsonOf(library));
    }
    return Json(Json::Object{{u"name"_s, kind.name},
                             {u"file"_s, kind.fileName},
                             {u"version"_s, holds.release},
                             {u"isShipped"_s, holds.isShipped},
                             {u"shipped"_s, workflow::shippedText(kind).release},
                             {u"versions"_s, versions}});
}

QString lineOf(const Json &package)
{
    QStringList versions;
    for (const auto &version : package[u"versions"_s].array())
        versions.append(u"%1 %2"_s.arg(version[u"version"_s].toString(), version[u"status"_s].toString()));
    return u"%1 %2 %3 %4\n"_s.arg(package[u"name"_s].toString(), -16)
        .arg(package[u"version"_s].toString(), -14)
        .arg(package[u"isShipped"_s].toBool() ? kShipped : u"own"_s, -8)
        .arg(versions.join(u", "_s));
}

void show(const Call &call, const Json &packages, const std::vector<Error> &problems)
{
    QString text;
    for (const auto &package : packages.array())
        text += lineOf(package);
    if (call.invocation.isJson)
        call.print(packages);
    else
        call.printText(text);
    for (const auto &problem : problems)
        call.say(sdk::errorText(problem));
}

Task<int> listPackages(Call call)
{
    const auto graph = call.graph();
    if (!graph)
        co_return call.fail(graph.error());
    auto finding = workflow::find((*graph)->store, workflow::query::libraries);
    const auto libraries = co_await finding;
    if (!libraries)
        co_return call.fail(libraries.error());
    auto reading = (*graph)->live->read();
    const auto read = co_await reading;
    Json packages{Json::Array{}};
    for (const auto &kind : read.data.packages)
        packages.append(jsonOf(kind, *libraries, (*graph)->clock->today()));
    show(call, packages, read.problems);
    const int code = read.problems.empty() ? Good : Refused;
    co_return code;
}

Result<workflow::PackageFile> fileOf(const Invocation &invocation)
{
    const auto path = invocation.path(invocation.arguments.first());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, u"disk.open"_s, path};
    const auto content = file.read(workflow::kLargestPackage + 1); // one more tells that it is too large
    return workflow::PackageFile{invocation.name, content, QFileInfo(path).fileName(), invocation.isRollBack};
}

/// The changed lines on stderr, as diff(1) writes them.
void sayDifference(const Call &call, const std::vector<DiffLine> &lines)
{
    for (const auto &line : withoutUnchanged(lines)) {
        switch (line.kind) {
        case DiffLine::Kind::Same: call.say(u"  "_s + line.text); break;
        case DiffLine::Kind::Removed: call.say(u"- "_s + line.text); break;
        case DiffLine::Kind::Added: call.say(u"+ "_s + line.text); break;
        case DiffLine::Kind::Skipped: call.say(u"@ %1 lines are the same"_s.arg(line.count)); break;
        }
    }
}

void show(const Call &call, const PackageInstallation &made)
{
    const auto count = countOf(made.difference);
    call.print(Json(Json::Object{{u"ok"_s, true},
                                 {u"dryRun"_s, call.invocation.isDryRun},
                                 {u"stored"_s, made.isStored},
                                 {u"package"_s, jsonOf(made.library)},
                                 {u"comparedWith"_s, made.before.release},
                                 {u"added"_s, count.added},
                                 {u"removed"_s, count.removed}}));
    sayDifference(call, made.difference);
    call.say(u"%1 lines added, %2 removed compared with %3."_s.arg(count.added)
                 .arg(count.removed)
                 .arg(made.before.release));
    if (made.isStored && made.library.status != administration::PublicationStatus::Active)
        call.say(
            u"It waits: simiao-cli packages activate %1 %2"_s.arg(made.library.name, made.library.release));
}

Task<int> installPackage(Call call)
{
    const auto file = fileOf(call.invocation);
    if (!file)
        co_return call.fail(file.error());
    auto signingIn = signIn(call);
    const auto seat = co_await signingIn;
    if (!seat)
        co_return call.fail(seat.error());
    const auto &context = seat->context;
    auto installing = workflow::installPackage(context, context.newCommand(), seat->graph->reference.packages,
                                               *file, call.invocation.reason, call.invocation.isDryRun);
    const auto installed = co_await installing;
    if (!installed)
        co_return call.fail(installed.error());
    show(call, *installed);
    co_return Good;
}

workflow::PackageChoice choiceOf(const Invocation &invocation)
{
    const auto &release = invocation.arguments.at(1);
    return {invocation.arguments.first(), release == kShipped ? QString() : release, invocation.reason};
}

/// workflow::activatePackage or rollBackPackage.
using Act = Task<Result<Library>> (*)(workflow::Context,
                                      Uuid,
                                      workflow::PackageCatalogue,
                                      workflow::PackageChoice);

Task<int> change(Call call, Act act)
{
    auto signingIn = signIn(call);
    const auto seat = co_await signingIn;
    if (!seat)
        co_return call.fail(seat.error());
    const auto &context = seat->context;
    auto changing =
        act(context, context.newCommand(), seat->graph->reference.packages, choiceOf(call.invocation));
    const auto changed = co_await changing;
    if (!changed)
        co_return call.fail(changed.error());
    call.print(Json(Json::Object{{u"ok"_s, true}, {u"package"_s, jsonOf(*changed)}}));
    co_return Good;
}

Task<int> activatePackage(Call call)
{
    return change(call, workflow::activatePackage);
}

Task<int> rollBackPackage(Call call)
{
    return change(call, workflow::rollBackPackage);
}

} // namespace

Commands packageCommands()
{
    return {{u"packages list"_s,
             {},
             u"Rules and templates: what holds, and the versions there are."_s,
             listPackages},
            {u"packages install"_s, u"FILE"_s,
             u"Stores a file as a version that waits (--name, --reason, --dry-run, --roll-back)."_s,
             installPackage, 1},
            {u"packages activate"_s, u"NAME VERSION"_s,
             u"Makes an installed version hold, also where the program is open."_s, activatePackage, 2},
            {u"packages rollback"_s, u"NAME VERSION"_s,
             u"Goes back to an earlier version, or to \"shipped\" (--reason)."_s, rollBackPackage, 2}};
}

} // namespace simiao::cli
