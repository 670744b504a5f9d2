#pragma once

#include "sdk/desk.h"
#include "ui/theme/severity.h"
#include "workflow/administration/clinic_setup.h"

#include <QCoreApplication>

namespace simiao::admin {

/// The steps of the set-up in the words of the interface's language.
class SetupWords
{
    Q_DECLARE_TR_FUNCTIONS(simiao::admin::SetupWords)

public:
    static QString title(workflow::SetupStep step);
    static QString state(workflow::SetupState state);
    static ui::Severity severityOf(workflow::SetupState state);
    /// What there is: "drugs in stock: 12 of 568, lots: 30".
    static QString found(workflow::SetupStep step, const workflow::SetupFacts &facts, const sdk::Desk &desk);
    /// What does not work until it is done; empty when it is.
    static QString lacking(workflow::SetupStep step, const workflow::SetupFacts &facts);
    /// What the step asks for, and what must come before it.
    static QString about(workflow::SetupStep step);
};

} // namespace simiao::admin
