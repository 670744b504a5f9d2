#include "adminplugin.h"

#include "admin/views/admin_page.h"

namespace simiao::admin {

Result<void> AdminPlugin::initialize(sdk::Registry &registry)
{
    registry.addDeskPage(QStringLiteral("admin.page"),
                         [](sdk::Desk *desk, QWidget *parent) { return new AdminPage(desk, parent); });
    return ok();
}

} // namespace simiao::admin
