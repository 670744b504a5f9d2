#pragma once

#include "core/clock.h"
#include "domain/security/account.h"
#include "sdk/desk.h"
#include "ui/theme/severity.h"
#include "ui/widgets/view_state.h"

#include <QCoreApplication>

namespace simiao::admin {

/// Values of this desk in the words of the interface's language.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::admin::Words)

public:
    static QString accountStatus(security::AccountStatus status);
    static ui::Severity severityOf(security::AccountStatus status);
    static QString settingLevel(administration::SettingLevel level);
    static QString pluginKind(const QString &kind);
    static QString pluginState(sdk::PluginState state);

    /// "2026-11-22 09:30:05" at the workstation.
    static QString time(Instant instant, const Clock &clock);
    /// "20261122-0930" at the workstation, for the names of files.
    static QString stamp(const Clock &clock);
    /// A tool tip that shows what somebody typed as it is, never as markup.
    static QString toolTip(const QString &text);
    /// Titles of roles; a code that nobody described stays a code.
    static QString roles(const QStringList &codes, const sdk::Desk &desk);
    /// `error`, where it is a refusal with the titles of the roles that may.
    static Error refusal(Error error, const sdk::Desk &desk);
};

} // namespace simiao::admin
