#pragma once

#include "imaging/views/viewport.h"

namespace simiao::viewer {

/// The viewport that is worked with, and its stack: what keys act on. \thread GUI
class ActiveView : public QObject
{
    Q_OBJECT

public:
    ActiveView(ImageStack *stack, Viewport *viewport, QObject *parent = nullptr);

    void set(ImageStack *stack, Viewport *viewport);
    ImageStack *stack() const { return m_stack; }
    Viewport *viewport() const { return m_viewport; }
    MeasureTool *tool() const { return m_viewport->tool(); }

Q_SIGNALS:
    /// Another one is worked with now.
    void replaced();
    /// Another one, or what it shows changed.
    void changed();
    /// As changed(), of the tool.
    void toolChanged();

private:
    void attach();

    ImageStack *m_stack;
    Viewport *m_viewport;
};

} // namespace simiao::viewer
