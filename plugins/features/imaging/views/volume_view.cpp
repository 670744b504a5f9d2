#include "imaging/views/volume_view.h"

#include "imaging/models/volume_words.h"
#include "imaging/models/window_words.h"
#include "imaging/views/action_row.h"
#include "imaging/views/plane_view.h"
#include "imaging/views/volume_commands.h"
#include "sdk/desk.h"
#include "ui/widgets/action_button.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QThread>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace simiao::viewer {

using namespace imaging;

namespace {

std::shared_ptr<QThreadPool> aPool()
{
    auto pool = std::make_shared<QThreadPool>();
    pool->setMaxThreadCount(std::max(1, QThread::idealThreadCount() - 1)); // one core for the screen
    return pool;
}

/// How far the volume reaches along a direction, mm.
double reachOf(const VolumeGeometry &geometry, const Vector3 &way)
{
    return std::abs(dot(geometry.columnStep, way)) * geometry.columns
        + std::abs(dot(geometry.rowStep, way)) * geometry.rows
        + std::abs(dot(geometry.sliceStep, way)) * geometry.slices;
}

} // namespace

VolumeView::VolumeView(std::shared_ptr<workflow::ImageSource> source,
                       ImageStack *stack,
                       const QString &mrn,
                       FusionStage::Series series,
                       std::int64_t mostBytes,
                       QWidget *parent)
    : ThemedWidget(QAccessible::Pane, parent)
    , m_pool(aPool())
    , m_stage(new VolumeStage(source, stack, mostBytes, this))
    , m_fusion(new FusionStage(source, m_stage, std::move(series), this))
    , m_planes{new PlaneView(m_stage, m_fusion, PlaneKind::Axial, m_pool, mrn),
               new PlaneView(m_stage, m_fusion, PlaneKind::Coronal, m_pool, mrn),
               new PlaneView(m_stage, m_fusion, PlaneKind::Sagittal, m_pool, mrn)}
    , m_commands(new VolumeCommands(m_stage, m_fusion, m_planes, this))
    , m_area(new QWidget)
    , m_grid(new QGridLayout(m_area))
    , m_warning(new ui::NoticeLine)
    , m_warningBox(new QWidget)
    , m_state(new ui::StateView(m_area))
    , m_row(new ActionRow(m_commands->shown(), m_commands->close()))
{
    setObjectName(QStringLiteral("imaging.mpr.view"));
    m_warning->setObjectName(QStringLiteral("imaging.mpr.warning"));
    m_state->setObjectName(QStringLiteral("imaging.mpr.state"));
    setFocusProxy(m_planes.front());
    layOut();
    wire();
    m_stage->load();
    retheme();
}

void VolumeView::layOut()
{
    constexpr int kAir = 4;
    constexpr int kLine = 2;
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(kLine);
    auto *aired = new QVBoxLayout(m_warningBox);
    aired->setContentsMargins(kAir, kAir, kAir, kAir);
    aired->addWidget(m_warning);
    m_warningBox->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_warningBox);
    column->addWidget(m_state, 1);
    column->addWidget(m_row);
    arrange();
}

void VolumeView::wire()
{
    for (auto *plane : m_planes)
        plane->installEventFilter(this);
    connect(m_stage, &VolumeStage::changed, this, &VolumeView::follow);
    connect(m_fusion, &FusionStage::changed, this, &VolumeView::follow);
    connect(m_stage, &VolumeStage::progressed, this, &VolumeView::showState);
    connect(m_state, &ui::StateView::actionTriggered, this, &VolumeView::actOnState);
    connect(m_commands->close(), &QAction::triggered, this, [this] {
        const auto isMeasuring = [](const PlaneView *plane) { return plane->isMeasuring(); };
        if (!std::ranges::any_of(m_planes, isMeasuring))
            return Q_EMIT closed();
        for (auto *plane : m_planes)
            plane->chooseLength(false);
        m_commands->retranslate();
    });
    connect(m_commands->enlarge(), &QAction::triggered, this, [this] {
        arrange();
        m_commands->current()->setFocus();
    });
}

void VolumeView::retheme()
{
    setAccessibleName(tr("Planes through the volume"));
    m_commands->retranslate();
    follow();
}

void VolumeView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().colours.panel);
}

void VolumeView::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    arrange();
}

/// Wide: the axial plane left, two beside it. High: the axial plane above, two below it.
void VolumeView::arrange()
{
    const bool isOne = m_commands->enlarge()->isChecked();
    const bool isWide = width() > height() * 1.15;
    for (auto *plane : m_planes)
        m_grid->removeWidget(plane);
    for (int i = 0; i < 2; ++i) {
        m_grid->setColumnStretch(i, isWide && !isOne && i == 0 ? 3 : 2);
        m_grid->setRowStretch(i, !isWide && !isOne && i == 0 ? 3 : 2);
    }
    if (isOne) {
        m_grid->addWidget(m_commands->current(), 0, 0, 2, 2);
    } else {
        m_grid->addWidget(m_planes[0], 0, 0, isWide ? 2 : 1, isWide ? 1 : 2);
        m_grid->addWidget(m_planes[1], isWide ? 0 : 1, isWide ? 1 : 0);
        m_grid->addWidget(m_planes[2], 1, 1);
    }
    for (auto *plane : m_planes) // with a parent by now: without one it would be a window
        plane->setVisible(!isOne || plane == m_commands->current());
    m_grid->activate();
    fitScale();
}

/// Each plane as large as its view allows; turning it does not change that.
void VolumeView::fitScale()
{
    if (!m_stage->volume())
        return;
    constexpr int kAir = 12;
    const auto &geometry = m_stage->volume()->geometry();
    const VolumePlanes standard(geometry.centre());
    for (auto *view : m_planes) {
        const auto &orientation = standard.orientation(view->kind());
        view->setFitScale(
            std::max(reachOf(geometry, orientation.alongRow) / std::max(1, view->width() - kAir),
                     reachOf(geometry, orientation.alongColumn) / std::max(1, view->height() - kAir)));
    }
}

void VolumeView::follow()
{
    if (m_stage->volume() && !m_isVolumeThere) {
        m_isVolumeThere = true;
        fitScale();
    }
    tellWarnings();
    showState();
}

void VolumeView::tellWarnings()
{
    auto warnings = m_stage->volume() ? volumeWarnings(m_stage->volume()->facts()) : QStringList();
    if (m_fusion->error())
        warnings.prepend(sdk::errorText(*m_fusion->error()));
    m_warningBox->setVisible(!warnings.isEmpty());
    if (warnings.isEmpty())
        return;
    const bool isGrave = m_fusion->error()
        || m_stage->volume()->facts().warnings.front().code != QLatin1String("imaging.volume-tilted");
    m_warning->setNotice(
        {isGrave ? ui::Severity::Warn : ui::Severity::Note, tr("Volume"), warnings.join(u' '), {}, {}});
}

ui::ViewState VolumeView::state() const
{
    if (m_stage->isLoading())
        return ui::ViewState::loading(m_stage->percent(), tr("The slices become a volume."), tr("Cancel"));
    if (m_fusion->isLoading())
        return ui::ViewState::loading(-1, tr("The PET slices become a volume."));
    if (m_stage->error())
        return ui::ViewState::error(sdk::errorText(*m_stage->error()), {}, tr("Back"), false);
    return ui::ViewState::ready();
}

void VolumeView::showState()
{
    const auto current = state();
    if (current.replacesContent() && !m_state->state().replacesContent())
        m_row->trailingButton()->setFocus(); // the planes, which had it, go
    m_state->setState(current);
    m_state->setProperty("text",
                         describe(current, locale(), QDate::currentDate()).lead + u' ' + current.cause);
}

void VolumeView::actOnState()
{
    m_stage->cancel();
    Q_EMIT closed();
}

/// The planes' keys go before those of the panel around them.
bool VolumeView::eventFilter(QObject *watched, QEvent *event)
{
    auto *plane = qobject_cast<PlaneView *>(watched);
    if (!plane)
        return ThemedWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusIn)
        m_commands->setCurrent(plane);
    auto *key = static_cast<QKeyEvent *>(event);
    if (event->type() == QEvent::ShortcutOverride && m_commands->wants(*key)) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && m_commands->run(*key))
        return true;
    return ThemedWidget::eventFilter(watched, event);
}

/// From a button of the row, or while there are no planes.
void VolumeView::keyPressEvent(QKeyEvent *event)
{
    if (!m_commands->run(*event))
        ThemedWidget::keyPressEvent(event);
}

QString VolumeView::text() const
{
    QStringList parts{m_state->property("text").toString()};
    if (!m_warningBox->isHidden())
        parts.append(m_warning->notice().text);
    if (m_stage->volume()) {
        for (const auto *plane : m_planes)
            parts.append(plane->text());
    }
    return parts.join(QStringLiteral("; "));
}

QString VolumeView::slabText() const
{
    return viewer::slabText(m_stage->slab());
}

QString VolumeView::windowText() const
{
    const auto &frame = m_planes.front()->frame();
    return frame ? viewer::windowText(m_stage->displayOf(*frame).window) : QString();
}

bool VolumeView::isLoaded() const
{
    return std::ranges::all_of(m_planes,
                               [](const PlaneView *plane) { return plane->isHidden() || plane->isLoaded(); });
}

} // namespace simiao::viewer
