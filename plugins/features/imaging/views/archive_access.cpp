#include "imaging/views/archive_access.h"

#include "imaging/views/archive_dialog.h"
#include "imaging/views/command_action.h"
#include "imaging/views/transfer_line.h"
#include "sdk/desk.h"
#include "ui/widgets/plain_tool_tip.h"

#include <QCoroFuture>
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

/// Moves files: not on the thread of the screen.
void ArchiveAccess::keep(const QString &studyInstanceUid)
{
    auto moving =
        QtConcurrent::run([images = m_images, studyInstanceUid] { return images->keep(studyInstanceUid); });
    moving.then(this, [this](const Result<QString> &place) {
        if (place)
            Q_EMIT brought(*place);
        else
            m_visit->desk()->showError(place.error());
    });
}

} // namespace simiao::viewer
