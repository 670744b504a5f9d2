#include "cashierplugin.h"

#include "cashier/views/cashier_page.h"

namespace simiao::cashier {

Result<void> CashierPlugin::initialize(sdk::Registry &registry)
{
    registry.addDeskPage(QStringLiteral("cashier.page"),
                         [](sdk::Desk *desk, QWidget *parent) { return new CashierPage(desk, parent); });
    return ok();
}

} // namespace simiao::cashier
