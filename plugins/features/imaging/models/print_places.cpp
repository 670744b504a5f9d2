#include "imaging/models/print_places.h"

#include "workflow/administration/devices.h"

#include <QCoroTask>

namespace simiao::viewer {

using administration::DeskDevice;

PrintPlaces::PrintPlaces(workflow::Context context,
                         std::shared_ptr<document::Printers> printers,
                         std::vector<std::shared_ptr<workflow::FilmPrinter>> filmPrinters,
                         QObject *parent)
    : QObject(parent)
    , m_printers(std::move(printers))
    , m_filmPrinters(std::move(filmPrinters))
{
    QCoro::connect(workflow::devicesOfDesk(context, context.session.workstation), this,
                   [this](const Result<std::vector<DeskDevice>> &devices) { takeDevices(devices); });
    QCoro::connect(m_printers->installed(), this,
                   [this](const Result<QStringList> &names) { takeInstalled(names); });
}

void PrintPlaces::takeDevices(const Result<std::vector<DeskDevice>> &devices)
{
    if (!devices)
        return;
    for (const auto &device : *devices) {
        if (device.isActive && device.role == administration::DeviceRole::Report)
            m_device = device;
    }
    Q_EMIT changed();
}

void PrintPlaces::takeInstalled(const Result<QStringList> &names)
{
    m_isLooking = false;
    if (names)
        m_installed = *names;
    else
        m_error = names.error();
    Q_EMIT changed();
}

/// A printer that the desk has and this computer has not is offered too: printing says what is wrong with it.
std::vector<PrintPlace> PrintPlaces::places() const
{
    std::vector<PrintPlace> places;
    if (m_device)
        places.push_back({m_device->deviceName, document::pageSetupOf(*m_device)});
    for (const auto &name : m_installed) {
        if (!m_device || name != m_device->deviceName)
            places.push_back({name, std::nullopt});
    }
    places.push_back({{}, std::nullopt});
    for (const auto &printer : m_filmPrinters)
        places.push_back({{}, std::nullopt, printer});
    return places;
}

} // namespace simiao::viewer
