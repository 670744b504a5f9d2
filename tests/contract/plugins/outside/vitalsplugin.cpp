#include "vitalsplugin.h"

#include "vitals_panel.h"

simiao::Result<void> VitalsPlugin::initialize(simiao::sdk::Registry &registry)
{
    registry.addVisitPanel(QStringLiteral("vitals.panel"), [](simiao::sdk::Visit *visit, QWidget *parent) {
        return new VitalsPanel(visit, parent);
    });
    return simiao::ok();
}
