#include "host/factory_table.h"

#include "core/log.h"
#include "core/try.h"
#include "host/plugin_call.h"

namespace simiao::host {

namespace {

template <typename Entries, typename Factory>
void addEntry(Entries &entries, const QString &component, const QString &plugin, Factory factory)
{
    const auto [at, isNew] = entries.insert({component, {plugin, std::move(factory)}});
    if (!isNew) {
        log::warning(QStringLiteral("plugin.component-clash: %1 of %2 is kept, that of %3 is not used")
                         .arg(component, at->second.plugin, plugin));
    }
}

template <typename Entries>
bool holds(const Entries &entries, const QString &component, const QString &plugin)
{
    const auto found = entries.find(component);
    return found != entries.end() && found->second.plugin == plugin;
}

template <typename Entries, typename Subject>
QWidget *make(const Entries &entries, const QString &component, Subject *subject, QWidget *parent)
{
    const auto found = entries.find(component);
    if (found == entries.end())
        return nullptr;
    QWidget *widget = nullptr;
    const auto made = callPlugin([&] { widget = found->second.factory(subject, parent); });
    if (!made)
        log::error(made.error());
    return widget;
}

} // namespace

class FactoryTable::Registrar : public sdk::Registry
{
public:
    Registrar(FactoryTable &table, QString plugin)
        : m_table(table)
        , m_plugin(std::move(plugin))
    {
    }

    void addDeskPage(const QString &component, sdk::DeskPageFactory factory) override
    {
        addEntry(m_table.m_deskPages, component, m_plugin, std::move(factory));
    }
    void addVisitPanel(const QString &component, sdk::VisitPanelFactory factory) override
    {
        addEntry(m_table.m_visitPanels, component, m_plugin, std::move(factory));
    }
    void addDisplay(const QString &component, sdk::DisplayFactory factory) override
    {
        addEntry(m_table.m_displays, component, m_plugin, std::move(factory));
    }

private:
    FactoryTable &m_table;
    QString m_plugin;
};

Result<void> FactoryTable::fill(const QString &plugin, sdk::FeaturePlugin &feature)
{
    Registrar registrar(*this, plugin);
    return callPlugin([&] { return feature.initialize(registrar); });
}

void FactoryTable::forget(const QString &plugin)
{
    const auto isOfPlugin = [&](const auto &item) { return item.second.plugin == plugin; };
    std::erase_if(m_deskPages, isOfPlugin);
    std::erase_if(m_visitPanels, isOfPlugin);
    std::erase_if(m_displays, isOfPlugin);
}

void FactoryTable::clear()
{
    m_deskPages.clear();
    m_visitPanels.clear();
    m_displays.clear();
}

bool FactoryTable::has(const QString &component, const QString &plugin) const
{
    return holds(m_deskPages, component, plugin) || holds(m_visitPanels, component, plugin)
        || holds(m_displays, component, plugin);
}

QWidget *FactoryTable::makeDeskPage(const QString &component, sdk::Desk *desk, QWidget *parent) const
{
    return make(m_deskPages, component, desk, parent);
}

QWidget *FactoryTable::makeVisitPanel(const QString &component, sdk::Visit *visit, QWidget *parent) const
{
    return make(m_visitPanels, component, visit, parent);
}

Result<std::unique_ptr<QWindow>> FactoryTable::makeDisplay(const QString &component,
                                                           const sdk::DisplayContext &context) const
{
    const auto found = m_displays.find(component);
    if (found == m_displays.end())
        return Error{ErrorKind::NotFound, QStringLiteral("plugin.missing"), component};
    Result<std::unique_ptr<QWindow>> window;
    TRY_VOID(callPlugin([&] { window = found->second.factory(context); }));
    return window;
}

} // namespace simiao::host
