#include "registrationplugin.h"

#include "registration/views/registration_page.h"

namespace simiao::registration {

Result<void> RegistrationPlugin::initialize(sdk::Registry &registry)
{
    registry.addDeskPage(QStringLiteral("registration.page"),
                         [](sdk::Desk *desk, QWidget *parent) { return new RegistrationPage(desk, parent); });
    return ok();
}

} // namespace simiao::registration
