#pragma once

#include "imaging/models/screen_measures.h"

#include <QAction>

class QScreen;

namespace simiao::viewer {

class ActiveView;

/// The command that measures the screen of the active viewport, and what was measured: true size goes by it. \thread GUI
class ScreenCalibration : public QObject
{
    Q_OBJECT

public:
    ScreenCalibration(ActiveView *view, QWidget *panel);

    QAction *action() const { return m_action; }
    /// Every screen that was measured has its true size from now on; the others what they say of themselves.
    void setMeasures(const ScreenMeasures &measures);
    const ScreenMeasures &measures() const { return m_measures; }
    void retranslate();

Q_SIGNALS:
    /// measures() changed.
    void remembered();

private:
    void ask();
    void remember(QScreen *screen, std::optional<double> pixelsPerMm);
    void tellScreens();

    ActiveView *m_view;
    QWidget *m_panel;
    QAction *m_action;
    ScreenMeasures m_measures;
};

} // namespace simiao::viewer
