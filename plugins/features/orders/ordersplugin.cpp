#include "ordersplugin.h"

#include "orders/views/orders_panel.h"
#include "orders/views/safety_panel.h"

namespace simiao::orders {

Result<void> OrdersPlugin::initialize(sdk::Registry &registry)
{
    registry.addVisitPanel(QStringLiteral("orders.panel"),
                           [](sdk::Visit *visit, QWidget *parent) { return new OrdersPanel(visit, parent); });
    registry.addVisitPanel(QStringLiteral("orders.safety"),
                           [](sdk::Visit *visit, QWidget *parent) { return new SafetyPanel(visit, parent); });
    return ok();
}

} // namespace simiao::orders
