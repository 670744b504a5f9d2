#pragma once

#include "sdk/plugin.h"

#include <QWidget>
#include <QWindow>

#include <functional>
#include <memory>

namespace simiao::sdk {

class Desk;
class Visit;
struct DisplayContext;

/// Makes the page of a desk; one per session. The page lives as long as the session.
using DeskPageFactory = std::function<QWidget *(Desk *desk, QWidget *parent)>;

/// Makes a panel of the consult screen; one per open visit. The panel lives as long as the visit is open.
using VisitPanelFactory = std::function<QWidget *(Visit *visit, QWidget *parent)>;

/// Makes a window that belongs to no session, such as the display of a waiting room; one at a time. Whoever asked for it
/// shows it, on the screen that is meant, and closes it before the plugins stop. An error says why it cannot be drawn.
using DisplayFactory = std::function<Result<std::unique_ptr<QWindow>>(const DisplayContext &context)>;

/// Where a plugin puts what its manifest's extensions name. Registering is all that initialize may do.
class Registry
{
public:
    virtual ~Registry() = default;
    virtual void addDeskPage(const QString &component, DeskPageFactory factory) = 0;
    virtual void addVisitPanel(const QString &component, VisitPanelFactory factory) = 0;
    virtual void addDisplay(const QString &component, DisplayFactory factory) = 0;
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
