#include "shell/panel_window.h"

#include "shell/kept_focus.h"
#include "shell/notice_text.h"
#include "shell/panel_place.h"
#include "shell/profile_band.h"
#include "ui/theme/patient_colour.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/panel_header.h"

#include <QApplication>
#include <QCloseEvent>
#include <QScreen>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <QWindow>

#include <algorithm>
#include <utility>

namespace simiao::shell {

PanelWindow::PanelWindow(ScreenRole role, sdk::ProfileKind kind, QWidget *home)
    : QWidget(home, Qt::Tool) // a tool: the shortcuts of the window it belongs to work in it
    , m_role(role)
    , m_kind(kind)
    , m_banner(new ui::PatientBanner)
    , m_name(new ui::PanelHeader({}))
    , m_panels(new QSplitter(Qt::Vertical))
    , m_pages(new QStackedLayout)
    , m_cover(new QWidget)
    , m_words(new NoticeText)
{
    setObjectName(QStringLiteral("shell.panels.") + codeOf(role));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    layOut(kind);
    translate();
    showCurrent();
}

void PanelWindow::layOut(sdk::ProfileKind kind)
{
    constexpr int kAir = 12;
    m_banner->setObjectName(objectName() + QStringLiteral(".banner"));
    m_name->setObjectName(objectName() + QStringLiteral(".name"));
    m_words->setObjectName(objectName() + QStringLiteral(".words"));
    m_panels->setChildrenCollapsible(false);
    auto *band = new ProfileBand;
    auto *words = new QVBoxLayout(m_cover);
    words->setContentsMargins(kAir, kAir, kAir, kAir);
    words->addWidget(m_words);
    words->addStretch(1);
    m_pages->addWidget(m_panels);
    m_pages->addWidget(m_cover);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(band);
    column->addWidget(m_banner);
    column->addWidget(m_name);
    column->addLayout(m_pages, 1);
    band->setKind(kind);
    m_banner->setVisible(m_role != ScreenRole::Patient);
    m_name->setVisible(m_role == ScreenRole::Patient);
}

PanelWindow::Frame PanelWindow::frameOf(PanelPlace *place)
{
    Frame frame{place, new QWidget, new ui::PanelHeader({}), new ui::LinkButton({})};
    frame.back->setObjectName(QStringLiteral("shell.panels.back.") + place->extension().component);
    frame.header->addTrailing(frame.back);
    auto *column = new QVBoxLayout(frame.box);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(frame.header);
    connect(frame.back, &ui::LinkButton::clicked, this, [this, place] { Q_EMIT backRequested(place); });
    return frame;
}

void PanelWindow::take(PanelPlace *place)
{
    const auto frame = frameOf(place);
    frame.box->hide(); // until it is known whose it is
    place->lend();
    static_cast<QVBoxLayout *>(frame.box->layout())->addWidget(place->panel(), 1);
    place->panel()->show();
    const auto behind =
        std::ranges::upper_bound(m_frames, place->extension().order, {},
                                 [](const Frame &each) { return each.place->extension().order; });
    m_panels->insertWidget(int(behind - m_frames.begin()), frame.box);
    m_frames.insert(behind, frame);
    translate();
    showCurrent();
}

void PanelWindow::giveBack(PanelPlace *place)
{
    const auto frame = std::ranges::find(m_frames, place, &Frame::place);
    if (frame == m_frames.end())
        return;
    const KeptFocus kept(place->panel());
    auto *box = frame->box;
    m_frames.erase(frame);
    place->takeBack();
    box->hide();
    box->setParent(nullptr);
    box->deleteLater(); // the link in it may be what was pressed
    showCurrent();
}

void PanelWindow::drop(PanelPlace *place)
{
    const auto frame = std::ranges::find(m_frames, place, &Frame::place);
    if (frame == m_frames.end())
        return;
    delete frame->box;
    m_frames.erase(frame);
    showCurrent();
}

bool PanelWindow::holds(const PanelPlace *place) const
{
    return std::ranges::find(m_frames, place, &Frame::place) != m_frames.end();
}

std::vector<PanelPlace *> PanelWindow::places() const
{
    std::vector<PanelPlace *> held;
    for (const auto &frame : m_frames)
        held.push_back(frame.place);
    return held;
}

void PanelWindow::showVisit(const sdk::Visit *visit, const ui::PatientSummary &patient)
{
    m_visit = visit;
    m_patient = visit ? patient : ui::PatientSummary{};
    showCurrent();
}

void PanelWindow::showCurrent()
{
    bool isSomething = false;
    for (const auto &frame : m_frames) {
        const bool isCurrent = m_visit && frame.place->visit() == m_visit;
        frame.box->setVisible(isCurrent);
        isSomething = isSomething || isCurrent;
    }
    m_pages->setCurrentWidget(isSomething ? static_cast<QWidget *>(m_panels) : m_cover);
    m_banner->setPatient(m_patient);
    const auto &colours = ui::SimiaoStyle::tokens(this).colours;
    const auto bar =
        m_visit ? std::optional(ui::patientColour(m_patient.mrn, colours)) : std::optional<QColor>();
    m_name->setTitle(m_patient.name);
    m_name->setPatientColour(bar);
    for (const auto &frame : m_frames)
        frame.header->setPatientColour(bar);
}

void PanelWindow::fill(QScreen *screen)
{
    setWindowState(Qt::WindowNoState);
    setScreen(screen);
    setGeometry(screen->availableGeometry());
    setWindowState(Qt::WindowMaximized);
}

bool PanelWindow::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::Show && !std::exchange(m_isWatched, true))
        connect(windowHandle(), &QWindow::screenChanged, this, &PanelWindow::moved);
    if (event->type() == QEvent::WindowBlocked && m_role == ScreenRole::Patient) {
        // A question, with whatever names stand in it, is for the one who asked: it opens where she sits.
        if (auto *dialog = QApplication::activeModalWidget(); dialog && dialog->isWindow()) {
            QRect place(QPoint(), dialog->size());
            place.moveCenter(parentWidget()->window()->geometry().center());
            dialog->move(place.topLeft());
        }
    }
    return isHandled;
}

void PanelWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        translate();
    if (event->type() == QEvent::StyleChange)
        showCurrent();
}

void PanelWindow::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

void PanelWindow::translate()
{
    setWindowTitle(markedTitle(titleOf(m_role) + QStringLiteral(" · Simiao"), m_kind));
    setAccessibleName(titleOf(m_role));
    m_words->setNotice({ui::Severity::Neutral, {}, tr("No patient is open."), {}, {}});
    for (const auto &frame : m_frames) {
        frame.header->setTitle(frame.place->title());
        frame.back->setText(tr("Bring it back"));
    }
}

} // namespace simiao::shell
