#include "pharmacyplugin.h"

#include "pharmacy/views/pharmacy_page.h"

namespace simiao::pharmacy {

Result<void> PharmacyPlugin::initialize(sdk::Registry &registry)
{
    registry.addDeskPage(QStringLiteral("pharmacy.page"),
                         [](sdk::Desk *desk, QWidget *parent) { return new PharmacyPage(desk, parent); });
    return ok();
}

} // namespace simiao::pharmacy
