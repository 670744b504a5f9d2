#pragma once

#include "domain/base/local_text.h"

#include <QStringList>

#include <vector>

namespace simiao::host {
class PluginHost;
}
namespace simiao::workflow {
class AccessPolicy;
}

namespace simiao::shell {

/// A desk that a session may sit at.
struct DeskEntry
{
    QString code; ///< of resources/rules/roles.json; empty: the account opens no desk
    LocalText title;
    QString component; ///< what makes its page; empty when no running plugin offers it

    bool operator==(const DeskEntry &) const = default;
};

/// The desks `roles` open, the one shown after log-in first. Desks without a running plugin are in it: the person
/// shall be told, not left to wonder. Never empty: without any desk there is one without a code that says so.
std::vector<DeskEntry> desksFor(const QStringList &roles,
                                const workflow::AccessPolicy &policy,
                                const host::PluginHost &plugins);

/// The plugin that offers the desk in what ships; empty for a desk that no plugin is known for.
QString usualPluginOf(const QString &desk);

} // namespace simiao::shell
