#include "imaging/views/window_link.h"

#include <QScopedValueRollback>

namespace simiao::viewer {

WindowLink::WindowLink(ImageCells *cells)
    : QObject(cells)
    , m_cells(cells)
{
    connect(cells, &ImageCells::changed, this, [this](int index) {
        if (index == m_cells->grid()->active())
            follow();
    });
}

void WindowLink::setOn(bool isOn)
{
    m_isOn = isOn;
    follow();
}

/// Only what somebody chose is given on: the windows that images bring themselves stay theirs.
void WindowLink::follow()
{
    const auto *active = m_cells->active()->stack();
    if (!m_isOn || m_isGiving)
        return;
    const QScopedValueRollback giving(m_isGiving, true);
    for (const auto &cell : m_cells->shown()) {
        if (cell.stack != active && cell.stack->series().modality == active->series().modality)
            cell.stack->takeDisplayOf(*active);
    }
}

} // namespace simiao::viewer
