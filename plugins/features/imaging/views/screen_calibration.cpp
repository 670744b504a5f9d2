#include "imaging/views/screen_calibration.h"

#include "imaging/views/active_view.h"
#include "imaging/views/calibration_dialog.h"
#include "imaging/views/command_action.h"
#include "imaging/views/true_size.h"
#include "imaging/views/viewport_screens.h"
#include "ui/widgets/plain_tool_tip.h"

#include <QGuiApplication>
#include <QPointer>
#include <QScreen>

namespace simiao::viewer {

using namespace Qt::StringLiterals;

namespace {

/// Another resolution or scale is another measure.
QString keyOf(const QScreen *screen)
{
    const auto size = screen->geometry().size();
    return u"%1 %2x%3"_s.arg(nameOf(screen)).arg(size.width()).arg(size.height());
}

} // namespace

ScreenCalibration::ScreenCalibration(ActiveView *view, QWidget *panel)
    : QObject(panel)
    , m_view(view)
    , m_panel(panel)
    , m_action(
          commandAction(this, u"imaging.calibrate"_s, {Qt::ALT | Qt::SHIFT | Qt::Key_Q}, [this] { ask(); }))
{
    connect(qGuiApp, &QGuiApplication::screenAdded, this, &ScreenCalibration::tellScreens);
    retranslate();
}

void ScreenCalibration::retranslate()
{
    m_action->setText(tr("Measure this screen"));
    m_action->setToolTip(ui::plainToolTip(
        tr("True size by a card held to the screen, not by what the screen says of itself")));
}

void ScreenCalibration::setMeasures(const ScreenMeasures &measures)
{
    m_measures = measures;
    tellScreens();
}

void ScreenCalibration::tellScreens()
{
    for (auto *screen : QGuiApplication::screens())
        setMeasured(screen, m_measures.of(keyOf(screen)));
}

void ScreenCalibration::ask()
{
    if (m_panel->findChild<CalibrationDialog *>())
        return;
    constexpr double kUsual = 3.78; // 96 px in an inch
    auto *viewport = m_view->viewport();
    const QPointer<QScreen> screen = viewport->screen();
    auto *dialog = new CalibrationDialog(nameOf(screen), pixelsPerMm(*viewport).value_or(kUsual),
                                         isMeasured(*viewport), m_panel);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, screen] { remember(screen, dialog->pixelsPerMm()); });
    connect(dialog, &CalibrationDialog::forgotten, this, [this, screen] { remember(screen, std::nullopt); });
    dialog->open();
    const auto room = screen->availableGeometry();
    dialog->move(room.center() - dialog->rect().center());
}

void ScreenCalibration::remember(QScreen *screen, std::optional<double> pixelsPerMm)
{
    if (!screen || !m_measures.remember(keyOf(screen), pixelsPerMm))
        return;
    tellScreens();
    m_view->viewport()->showTrueSize();
    Q_EMIT remembered();
}

} // namespace simiao::viewer
