#pragma once

#include "sdk/plugin.h"

#include <QWidget>

#include <functional>

namespace simiao::sdk {

class Desk;
class Visit;

/// Makes the page of a desk; one per session. The page lives as long as the session.
using DeskPageFactory = std::function<QWidget *(Desk *desk, QWidget *parent)>;

/// Makes a panel of the consult screen; one per open visit. The panel lives as long as the visit is open.
using VisitPanelFactory = std::function<QWidget *(Visit *visit, QWidget *parent)>;

/// Where a plugin puts what its manifest's extensions name. Registering is all that initialize may do.
class Registry
{
public:
    virtual ~Registry() = default;
    virtual void addDeskPage(const QString &component, DeskPageFactory factory) = 0;
    virtual void addVisitPanel(const QString &component, VisitPanelFactory factory) = 0;
};

/// A plugin of kind "feature": a workplace or a panel.
class FeaturePlugin : public Plugin
{
public:
    /// An error keeps the plugin out; the program goes on without it.
    virtual Result<void> initialize(Registry &registry) = 0;
};

} // namespace simiao::sdk

#define SimiaoFeaturePlugin_iid "org.simiao.FeaturePlugin/1"
Q_DECLARE_INTERFACE(simiao::sdk::FeaturePlugin, SimiaoFeaturePlugin_iid)
