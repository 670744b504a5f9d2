#include "imaging/views/active_view.h"

namespace simiao::viewer {

ActiveView::ActiveView(ImageStack *stack, Viewport *viewport, QObject *parent)
    : QObject(parent)
    , m_stack(stack)
    , m_viewport(viewport)
{
    attach();
}

void ActiveView::set(ImageStack *stack, Viewport *viewport)
{
    if (stack == m_stack && viewport == m_viewport)
        return;
    disconnect(m_stack, nullptr, this, nullptr);
    disconnect(m_viewport->tool(), nullptr, this, nullptr);
    m_stack = stack;
    m_viewport = viewport;
    attach();
    Q_EMIT replaced();
    Q_EMIT changed();
    Q_EMIT toolChanged();
}

void ActiveView::attach()
{
    connect(m_stack, &ImageStack::changed, this, &ActiveView::changed);
    connect(m_viewport->tool(), &MeasureTool::changed, this, &ActiveView::toolChanged);
}

} // namespace simiao::viewer
