#include "imaging/views/viewport_window.h"

#include "ui/widgets/text_label.h"

#include <QAction>
#include <QCloseEvent>
#include <QScreen>
#include <QStyle>
#include <QVBoxLayout>
#include <QWindow>

#include <utility>

namespace simiao::viewer {

ViewportWindow::ViewportWindow(const ui::PatientSummary &patient, const QString &mark, QWidget *home)
    : QWidget(home->window(), Qt::Tool) // a tool: the shortcuts of the window it belongs to work in it
    , m_banner(new ui::PatientBanner)
    , m_identity(new ui::NoticeLine)
    , m_identityBox(new QWidget)
    , m_column(new QVBoxLayout(this))
{
    constexpr int kAir = 4;
    setObjectName(QStringLiteral("imaging.viewportWindow"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_banner->setObjectName(QStringLiteral("imaging.viewportWindow.banner"));
    m_identity->setObjectName(QStringLiteral("imaging.viewportWindow.identity"));
    setPatient(patient);
    auto *aired = new QVBoxLayout(m_identityBox);
    aired->setContentsMargins(kAir, kAir, kAir, kAir);
    aired->addWidget(m_identity);
    m_identityBox->hide();
    m_column->setContentsMargins({});
    m_column->setSpacing(0);
    if (!mark.isEmpty()) {
        auto *band = new ui::TextLabel(mark, ui::Type::Small, ui::TextLabel::Ink::Warn);
        band->setAlignment(Qt::AlignCenter);
        m_column->addWidget(band);
    }
    m_column->addWidget(m_banner);
    m_column->addWidget(m_identityBox);
    translate();
}

void ViewportWindow::setPatient(const ui::PatientSummary &patient)
{
    m_banner->setPatient(patient);
}

void ViewportWindow::take(QWidget *viewport, const QWidget *panel)
{
    m_column->addWidget(viewport, 1);
    viewport->show();
    setFocusProxy(viewport);
    addActions(panel->actions());
}

void ViewportWindow::setIdentity(const std::optional<ui::Notice> &notice)
{
    m_identityBox->setVisible(notice.has_value());
    if (notice && *notice != m_identity->notice())
        m_identity->setNotice(*notice);
}

void ViewportWindow::fill(QScreen *screen)
{
    m_screen = screen;
    setWindowState(Qt::WindowNoState);
    setScreen(screen);
    setGeometry(screen->availableGeometry());
    setWindowState(Qt::WindowMaximized);
}

/// The title stands above what is set here.
void ViewportWindow::fillPart(QScreen *screen, const QRect &part)
{
    m_screen = screen;
    setWindowState(Qt::WindowNoState);
    setScreen(screen);
    setGeometry(part.adjusted(0, style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, this), 0, 0));
}

QString ViewportWindow::text() const
{
    const auto &notice = m_identity->notice();
    auto words = m_banner->patient().name;
    for (const auto &badge : m_banner->patient().badges)
        words += QStringLiteral("; ") + badge.text;
    if (!m_identityBox->isHidden())
        words += QStringLiteral("; ") + notice.lead + u' ' + notice.text;
    return words;
}

bool ViewportWindow::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::Show && !std::exchange(m_isWatched, true))
        connect(windowHandle(), &QWindow::screenChanged, this, [this](QScreen *screen) {
            if (screen == parentWidget()->screen())
                return; // where a screen goes, windows are put beside the main one
            m_screen = screen;
            Q_EMIT moved();
        });
    return isHandled;
}

void ViewportWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        translate();
}

void ViewportWindow::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

/// Nobody's name: the system shows titles of windows to whoever looks at the desk.
void ViewportWindow::translate()
{
    setWindowTitle(tr("Image viewport") + QStringLiteral(" · Simiao"));
    setAccessibleName(tr("Image viewport"));
}

} // namespace simiao::viewer
