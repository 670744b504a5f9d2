#include "admin/models/package_words.h"

namespace simiao::admin {

using administration::LibraryAct;
using administration::PublicationStatus;
using Kind = DiffLine::Kind;

QString PackageWords::origin(const PackageLine &line)
{
    if (line.problem)
        return tr("own cannot be used");
    return line.isShipped ? tr("shipped") : tr("own");
}

ui::Severity PackageWords::severityOf(const PackageLine &line)
{
    if (line.problem)
        return ui::Severity::Block;
    return line.isShipped ? ui::Severity::Neutral : ui::Severity::Ok;
}

QString PackageWords::status(const VersionLine &line)
{
    if (line.isShipped)
        return tr("shipped");
    switch (line.library.status) {
    case PublicationStatus::Draft: return tr("waiting");
    case PublicationStatus::Active: return tr("active");
    case PublicationStatus::Retired: return tr("retired");
    }
    return {};
}

ui::Severity PackageWords::severityOf(const VersionLine &line)
{
    if (line.isInForce)
        return ui::Severity::Ok;
    const bool isActive = !line.isShipped && line.library.status == PublicationStatus::Active;
    return isActive ? ui::Severity::Block : ui::Severity::Neutral; // active, and yet it does not hold
}

QString PackageWords::period(const std::optional<Date> &from, const std::optional<Date> &to)
{
    if (from && to)
        return tr("%1 to %2").arg(from->toIso(), to->toIso());
    if (from)
        return tr("from %1").arg(from->toIso());
    return to ? tr("until %1").arg(to->toIso()) : tr("without limit");
}

QString PackageWords::act(LibraryAct act)
{
    switch (act) {
    case LibraryAct::Install: return tr("installed");
    case LibraryAct::Activate: return tr("activated");
    case LibraryAct::RollBack: return tr("rolled back to");
    case LibraryAct::Replace: return tr("replaced");
    case LibraryAct::Withdraw: return tr("withdrawn");
    }
    return {};
}

QString PackageWords::sign(Kind kind)
{
    switch (kind) {
    case Kind::Added: return QStringLiteral("+");
    case Kind::Removed: return QStringLiteral("−");
    case Kind::Same:
    case Kind::Skipped: return {};
    }
    return {};
}

QString PackageWords::word(Kind kind)
{
    switch (kind) {
    case Kind::Added: return tr("added");
    case Kind::Removed: return tr("removed");
    case Kind::Same:
    case Kind::Skipped: return {};
    }
    return {};
}

std::optional<ui::Severity> PackageWords::severityOf(Kind kind)
{
    switch (kind) {
    case Kind::Added: return ui::Severity::Ok;
    case Kind::Removed: return ui::Severity::Block;
    case Kind::Same:
    case Kind::Skipped: return std::nullopt;
    }
    return std::nullopt;
}

QString PackageWords::count(const DiffCount &count)
{
    return tr("lines added: %1, removed: %2").arg(count.added).arg(count.removed);
}

QString PackageWords::version(const QString &release, bool isShipped)
{
    return isShipped ? tr("%1 (shipped)").arg(release) : release;
}

} // namespace simiao::admin
