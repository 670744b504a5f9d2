#include "admin/models/audit_words.h"

#include "admin/models/words.h"

#include <QHash>

#include <algorithm>

namespace simiao::admin {

using security::AuditOutcome;

namespace {

QString personOf(const security::AuditEvent &event, const AgentNames &names)
{
    constexpr int kShown = 8;
    if (event.agent.isNull())
        return AuditWords::tr("the program"); // before anybody could log in
    const auto known = names.find(event.agent);
    return known == names.end() ? event.agent.toString().left(kShown) : known->second;
}

} // namespace

QString AuditWords::title(int column)
{
    switch (column) {
    case Number: return tr("No.");
    case Time: return tr("Time");
    case Person: return tr("Person");
    case Act: return tr("Act");
    case Outcome: return tr("Outcome");
    case Patient: return tr("Patient");
    case Detail: return tr("Detail");
    default: return {};
    }
}

QString AuditWords::text(const AuditLine &line, int column, const AgentNames &names, const Clock &clock)
{
    if (column == Number)
        return QString::number(line.record.sequence);
    if (!line.event)
        return column == Detail ? tr("cannot be read by this program") : QString();
    switch (column) {
    case Time: return Words::time(line.event->recorded, clock);
    case Person: return personOf(*line.event, names);
    case Act: return line.event->act;
    case Outcome: return outcomeOf(*line.event);
    case Patient: return line.mrn;
    case Detail: return line.event->detail;
    default: return {};
    }
}

QString AuditWords::act(const QString &code, const workflow::AccessPolicy &policy, const QString &language)
{
    static const QHash<QString, const char *> ofSessions{
        {QStringLiteral("session.login"), QT_TR_NOOP("log-in")},
        {QStringLiteral("session.sign-in"), QT_TR_NOOP("signed in at the server")},
        {QStringLiteral("session.logout"), QT_TR_NOOP("log-out")},
        {QStringLiteral("session.lock"), QT_TR_NOOP("screen locked")},
        {QStringLiteral("session.unlock"), QT_TR_NOOP("screen unlocked")},
        {QStringLiteral("session.change-password"), QT_TR_NOOP("password changed")},
    };
    if (const auto *words = ofSessions.value(code))
        return tr(words);
    const auto permissions = policy.permissions(); // an act is named by what permits it
    const auto found = std::ranges::find(permissions, code, &workflow::NamedCode::code);
    return found == permissions.end() ? QString() : found->title.in(language);
}

QString AuditWords::outcome(AuditOutcome outcome)
{
    switch (outcome) {
    case AuditOutcome::Success: return tr("done");
    case AuditOutcome::Refused: return tr("refused");
    }
    return {};
}

QString AuditWords::outcomeOf(const security::AuditEvent &event)
{
    const bool isBroken = event.act == kBreakGlass && event.outcome == AuditOutcome::Success;
    return isBroken ? tr("glass broken") : outcome(event.outcome);
}

std::optional<ui::Severity> AuditWords::severityOf(const AuditLine &line)
{
    if (!line.event || line.event->outcome == AuditOutcome::Refused)
        return ui::Severity::Block;
    return line.event->act == kBreakGlass ? std::optional(ui::Severity::Warn) : std::nullopt;
}

} // namespace simiao::admin
