#include "workflow/two_versions.h"

#include <QStringList>

#include <algorithm>

namespace simiao::workflow {

namespace {

QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (const auto &line : text.split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    }
    return lines;
}

/// Whether `whole` has each line of `part`, as it stands: "no cough" does not say "cough".
bool holds(const QString &whole, const QString &part)
{
    const auto lines = linesOf(whole);
    return std::ranges::all_of(linesOf(part), [&lines](const QString &line) { return lines.contains(line); });
}

/// A list gets what it does not have yet.
QString joined(const TwoVersions &field)
{
    const QString mine = field.mine.trimmed();
    if (field.theirs.trimmed().isEmpty() || mine.isEmpty())
        return field.theirs.trimmed().isEmpty() ? field.mine : field.theirs;
    if (!field.isAddition)
        return field.theirs + QLatin1Char('\n') + mine;
    auto entries = linesOf(field.theirs);
    for (const auto &entry : linesOf(field.mine)) {
        if (!entries.contains(entry))
            entries.append(entry);
    }
    return entries.join(QLatin1Char('\n'));
}

} // namespace

bool TwoVersions::isDifferent() const
{
    return isAddition ? !holds(theirs, mine) : mine.trimmed() != theirs.trimmed();
}

Taken proposedFor(const TwoVersions &field)
{
    if (!field.isDifferent() || holds(field.theirs, field.mine))
        return Taken::Theirs;
    if (field.isAddition) // an addition is an act of its own: never without being asked for
        return Taken::Open;
    return holds(field.mine, field.theirs) ? Taken::Mine : Taken::Open;
}

std::vector<Taken> choicesFor(const TwoVersions &field)
{
    if (field.isAddition)
        return {Taken::Theirs, Taken::Both};
    return {Taken::Theirs, Taken::Mine, Taken::Both};
}

QString resultOf(const TwoVersions &field, Taken taken)
{
    switch (taken) {
    case Taken::Open:
    case Taken::Theirs: return field.theirs;
    case Taken::Mine: return field.isAddition ? joined(field) : field.mine;
    case Taken::Both: return joined(field);
    }
    return field.theirs;
}

bool leavesOutMine(const TwoVersions &field, Taken taken)
{
    return !field.mine.trimmed().isEmpty() && !holds(resultOf(field, taken), field.mine);
}

} // namespace simiao::workflow
