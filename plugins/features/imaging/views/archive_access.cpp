#include "imaging/views/archive_access.h"

#include "core/log.h"
#include "imaging/views/archive_dialog.h"
#include "imaging/views/command_action.h"
#include "imaging/views/transfer_line.h"
#include "sdk/desk.h"
#include "ui/widgets/plain_tool_tip.h"

#include <QCoroFuture>
#include <QThreadPool>
#include <QtConcurrent>

namespace simiao::viewer {

ArchiveAccess::ArchiveAccess(sdk::Visit *visit, QWidget *panel)
    : QObject(panel)
    , m_visit(visit)
    , m_panel(panel)
    , m_images(visit->desk()->receivedImages())
    , m_search(new ArchiveSearch(visit->desk()->context(),
                                 visit->desk()->archives(),
                                 visit->record().patient.id,
                                 this))
    , m_transfer(new ArchiveTransfer(visit->desk()->context(), m_images, visit->record().patient.id, this))
    , m_line(new TransferLine(m_transfer))
    , m_open(commandAction(this, QStringLiteral("imaging.archive"), {Qt::SHIFT | Qt::Key_A}, [this] {
        showDialog();
    }))
{
    m_open->setEnabled(m_images && !m_search->archives().empty());
    connect(m_transfer, &ArchiveTransfer::changed, this, &ArchiveAccess::changed);
    connect(m_transfer, &ArchiveTransfer::grown, this, &ArchiveAccess::grown);
    connect(m_transfer, &ArchiveTransfer::brought, this, &ArchiveAccess::keep);
    retranslate();
}

void ArchiveAccess::retranslate()
{
    m_open->setText(tr("Archive…"));
    m_open->setToolTip(ui::plainToolTip(
        m_open->isEnabled() ? tr("Bring images of this patient from an archive (PACS)")
                            : tr("No archive is set up: the administrator names one in the settings")));
}

void ArchiveAccess::showDialog()
{
    if (m_panel->findChild<ArchiveDialog *>())
        return;
    auto *dialog = new ArchiveDialog(m_search, m_visit->record().patient, m_panel);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ArchiveDialog::chosen, m_transfer, [this](const workflow::ArchivedStudy &study) {
        m_transfer->bring({m_search->archive(), study});
    });
    dialog->open();
}

ArchiveAccess::~ArchiveAccess()
{
    const auto places = m_unsettled.keys();
    for (const auto &place : places)
        release(place);
}

/// Moves files: not on the thread of the screen.
void ArchiveAccess::keep(const QString &studyInstanceUid)
{
    struct Kept
    {
        bool isNew = false;
        Result<QString> place;
    };
    auto moving = QtConcurrent::run([images = m_images, studyInstanceUid] {
        const bool isNew = !images->isKept(studyInstanceUid);
        return Kept{isNew, images->keep(studyInstanceUid)};
    });
    moving.then(this, [this, studyInstanceUid](const Kept &kept) {
        if (!kept.place)
            return m_visit->desk()->showError(kept.place.error());
        if (kept.isNew)
            m_unsettled.insert(*kept.place, studyInstanceUid);
        Q_EMIT brought(*kept.place, studyInstanceUid);
    });
}

void ArchiveAccess::release(const QString &place)
{
    const auto study = m_unsettled.take(place);
    if (study.isEmpty())
        return;
    QThreadPool::globalInstance()->start([images = m_images, study] {
        if (const auto released = images->release(study); !released)
            log::error(released.error());
    });
}

} // namespace simiao::viewer
