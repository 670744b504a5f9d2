#include "admin/models/device_words.h"

#include <QPageSize>

namespace simiao::admin {

using administration::PaperOrientation;

QString DeviceWords::use(administration::DeviceRole role, const sdk::Desk &desk)
{
    return administration::titleOf(role).in(desk.locale().name());
}

QString DeviceWords::orientation(PaperOrientation orientation)
{
    switch (orientation) {
    case PaperOrientation::Portrait: return tr("portrait");
    case PaperOrientation::Landscape: return tr("landscape");
    }
    return {};
}

QString DeviceWords::paper(administration::PaperSize size, const sdk::Desk &desk)
{
    constexpr double kTenth = 10;
    if (size == administration::PaperSize{})
        return {};
    const QSizeF mm(size.widthTenthMm / kTenth, size.heightTenthMm / kTenth);
    const auto known = QPageSize::id(mm, QPageSize::Millimeter, QPageSize::ExactMatch);
    if (known != QPageSize::Custom)
        return QPageSize::name(known);
    const auto locale = desk.locale();
    return QStringLiteral("%1 × %2 mm").arg(locale.toString(mm.width()), locale.toString(mm.height()));
}

QString DeviceWords::state(const DeviceLine &line)
{
    if (!line.device)
        return tr("not set up");
    return line.device->isActive ? tr("in use") : tr("withdrawn");
}

ui::Severity DeviceWords::severity(const DeviceLine &line)
{
    return line.device && line.device->isActive ? ui::Severity::Ok : ui::Severity::Neutral;
}

} // namespace simiao::admin
