#pragma once

#include "sdk/feature_plugin.h"

#include <map>

namespace simiao::host {

/// What the features registered: factories by component name, each with the plugin it came from.
class FactoryTable
{
public:
    /// Runs `initialize` with a registry that notes `plugin` as the origin. The first to register a component
    /// keeps it.
    Result<void> fill(const QString &plugin, sdk::FeaturePlugin &feature);
    /// Nothing of this plugin is made any more.
    void forget(const QString &plugin);
    void clear();

    bool has(const QString &component, const QString &plugin) const;

    /// Null when nobody registered it, or when its factory threw (said in the log).
    QWidget *makeDeskPage(const QString &component, sdk::Desk *desk, QWidget *parent) const;
    QWidget *makeVisitPanel(const QString &component, sdk::Visit *visit, QWidget *parent) const;
    /// NotFound `plugin.missing` when nobody registered it; else what its factory says or threw.
    Result<std::unique_ptr<QWindow>> makeDisplay(const QString &component,
                                                 const sdk::DisplayContext &context) const;

private:
    class Registrar;

    template <typename Factory>
    struct Entry
    {
        QString plugin;
        Factory factory;
    };

    std::map<QString, Entry<sdk::DeskPageFactory>> m_deskPages;
    std::map<QString, Entry<sdk::VisitPanelFactory>> m_visitPanels;
    std::map<QString, Entry<sdk::DisplayFactory>> m_displays;
};

} // namespace simiao::host
