#include "shell/desk_list.h"

#include "host/plugin_host.h"
#include "workflow/ports/access_policy.h"

#include <QHash>

namespace simiao::shell {

using namespace Qt::StringLiterals;

namespace {

struct KnownDesk
{
    LocalText title;
    QString plugin;
};

/// For desks whose plugin is not there to say it.
KnownDesk knownDesk(const QString &code)
{
    static const QHash<QString, KnownDesk> desks{
        {u"consult"_s, {{u"Outpatient"_s, u"门诊医生站"_s}, u"outpatient"_s}},
        {u"registration"_s, {{u"Front desk"_s, u"挂号"_s}, u"registration"_s}},
        {u"pharmacy"_s, {{u"Pharmacy"_s, u"药房"_s}, u"pharmacy"_s}},
        {u"cashier"_s, {{u"Cashier"_s, u"收费"_s}, u"cashier"_s}},
        {u"admin"_s, {{u"Administration"_s, u"系统管理"_s}, {}}},
    };
    return desks.value(code, {{code, code}, {}});
}

} // namespace

std::vector<DeskEntry> desksFor(const QStringList &roles,
                                const workflow::AccessPolicy &policy,
                                const host::PluginHost &plugins)
{
    const auto offered = plugins.extensionsAt(u"desk.page"_s, roles);
    std::vector<DeskEntry> desks;
    for (const auto &code : policy.desksOf(roles)) {
        DeskEntry entry{code, knownDesk(code).title, {}};
        for (const auto &[extension, plugin] : offered) {
            if (extension.desk == code && entry.component.isEmpty())
                entry = {code, extension.title, extension.component};
        }
        desks.push_back(std::move(entry));
    }
    if (desks.empty())
        desks.push_back({{}, {u"No desk"_s, u"无工作台"_s}, {}});
    return desks;
}

QString usualPluginOf(const QString &desk)
{
    return knownDesk(desk).plugin;
}

} // namespace simiao::shell
