#pragma once

#include "admin/models/device_line.h"
#include "sdk/desk.h"
#include "ui/theme/severity.h"

#include <QCoreApplication>

namespace simiao::admin {

/// Devices in the words of the interface's language.
class DeviceWords
{
    Q_DECLARE_TR_FUNCTIONS(simiao::admin::DeviceWords)

public:
    static QString use(administration::DeviceRole role, const sdk::Desk &desk);
    static QString orientation(administration::PaperOrientation orientation);
    /// "A5", or "50 × 30 mm" where the size has no name; empty for what does not print.
    static QString paper(administration::PaperSize size, const sdk::Desk &desk);
    /// In use, withdrawn, not set up.
    static QString state(const DeviceLine &line);
    static ui::Severity severity(const DeviceLine &line);
};

} // namespace simiao::admin
