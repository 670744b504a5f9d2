#include "imaging/views/volume_opener.h"

#include "imaging/views/active_view.h"
#include "imaging/views/volume_commands.h"
#include "imaging/views/volume_view.h"
#include "sdk/desk.h"
#include "sdk/visit.h"

#include <QVBoxLayout>

namespace simiao::viewer {

VolumeOpener::VolumeOpener(const sdk::Visit *visit,
                           ActiveView *active,
                           FusionStage::Series series,
                           QObject *parent)
    : QObject(parent)
    , m_desk(visit->desk())
    , m_active(active)
    , m_mrn(visit->record().patient.mrn)
    , m_journal(visit->desk(), visit->record().patient.id.uuid)
    , m_listed(std::move(series))
    , m_action(new QAction(this))
{
    m_action->setObjectName(QStringLiteral("imaging.mpr"));
    m_action->setShortcut(Qt::SHIFT | Qt::Key_M);
    m_action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_action, &QAction::triggered, this, &VolumeOpener::open);
    connect(active, &ActiveView::changed, this, &VolumeOpener::follow);
    retranslate();
    follow();
}

void VolumeOpener::setPlace(QVBoxLayout *column, const QList<QWidget *> &slices)
{
    m_column = column;
    m_slices = slices;
}

void VolumeOpener::retranslate()
{
    m_action->setText(tr("Planes (MPR)"));
    m_action->setToolTip(tr("Axial, coronal, sagittal and oblique planes through the series"));
}

/// A picture of another series would stand beside planes of this one: then they go.
void VolumeOpener::follow()
{
    m_action->setVisible(m_active->stack()->count() > 1);
    m_action->setEnabled(m_active->stack()->isWindowed());
    if (m_view && m_series != m_active->stack()->series().seriesInstanceUid)
        close();
}

void VolumeOpener::open()
{
    if (m_view)
        return close();
    m_series = m_active->stack()->series().seriesInstanceUid;
    m_view = new VolumeView(m_desk->images(), m_active->stack(), m_mrn, m_listed);
    connect(m_view, &VolumeView::closed, this, &VolumeOpener::close);
    keepLengths();
    for (auto *action : m_view->commands()->all())
        m_desk->addCommand(action->objectName(), action);
    m_column->insertWidget(m_column->indexOf(m_slices.front()), m_view, 1);
    m_view->show(); // before the others go: focus needs somewhere to be
    m_hidden.clear();
    for (auto *widget : m_slices) {
        if (!widget->isHidden())
            m_hidden.append(widget);
        widget->hide();
    }
    m_view->setFocus();
}

void VolumeOpener::keepLengths()
{
    auto *stage = m_view->stage();
    if (const auto kept = m_journal.kept(m_series))
        stage->restoreLengths(*kept);
    else
        m_desk->showError(kept.error());
    connect(stage, &VolumeStage::lengthsChanged, this,
            [this, stage, series = m_series] { m_journal.record(series, stage->lengths()); });
}

void VolumeOpener::close()
{
    if (!m_view)
        return;
    m_view->hide();
    m_view->deleteLater();
    m_view.clear();
    for (auto *widget : m_hidden)
        widget->show();
    if (!m_hidden.isEmpty())
        m_column->parentWidget()->setFocus();
}

} // namespace simiao::viewer
