#pragma once

#include "admin/models/audit_page.h"
#include "core/clock.h"
#include "ui/theme/severity.h"
#include "workflow/ports/access_policy.h"

#include <QCoreApplication>

namespace simiao::admin {

/// Names of the accounts that stand in the trail.
using AgentNames = std::map<Id<security::Account>, QString>;

/// An event of the trail in words, for the screen and for files alike.
class AuditWords
{
    Q_DECLARE_TR_FUNCTIONS(simiao::admin::AuditWords)

public:
    enum Column { Number, Time, Person, Act, Outcome, Patient, Detail, ColumnCount };

    static QString title(int column);
    static QString text(const AuditLine &line, int column, const AgentNames &names, const Clock &clock);
    /// What the code of an act means; empty where nobody has words for it.
    static QString act(const QString &code, const workflow::AccessPolicy &policy, const QString &language);
    static QString outcome(security::AuditOutcome outcome);
    /// Refused acts and records opened without care relation ask to be looked at; absent for the rest.
    static std::optional<ui::Severity> severityOf(const AuditLine &line);

private:
    static QString outcomeOf(const security::AuditEvent &event);
};

} // namespace simiao::admin
