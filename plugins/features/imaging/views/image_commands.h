#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>

#include <functional>

namespace simiao::viewer {

class ImageStack;
class Viewport;

/// Everything a key does to the pictures, once, as actions: the object name is the stable command id.
class ImageCommands : public QObject
{
    Q_OBJECT

public:
    ImageCommands(ImageStack *stack, Viewport *viewport, QObject *parent = nullptr);

    QAction *attach() const { return m_attach; }
    const QList<QAction *> &presets() const { return m_presets; }
    /// Default window, invert, fit, reset.
    const QList<QAction *> &display() const { return m_display; }
    QAction *previousSeries() const { return m_previousSeries; }
    QAction *nextSeries() const { return m_nextSeries; }

    /// Those that work wherever the focus is in the panel, and are worth a line in the command palette.
    QList<QAction *> panelWide() const;

    /// Texts in the current language.
    void retranslate();

private:
    QAction *make(const char *id, const QList<QKeySequence> &keys, const std::function<void()> &run);
    void makePresets();
    void makeDisplay();
    void makeLeafing();
    void follow();

    ImageStack *m_stack;
    Viewport *m_viewport;
    QList<QAction *> m_presets;
    QList<QAction *> m_display;
    QAction *m_attach;
    QAction *m_previousSeries;
    QAction *m_nextSeries;
};

} // namespace simiao::viewer
