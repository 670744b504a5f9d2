#pragma once

#include "imaging/models/archive_search.h"
#include "imaging/models/archive_transfer.h"
#include "sdk/visit.h"

#include <QAction>
#include <QMap>

namespace simiao::viewer {

class TransferLine;

/// The way from the archives to the panel: a command, a window to choose in, a line that says what comes.
class ArchiveAccess : public QObject
{
    Q_OBJECT

public:
    /// \param visit  not owned, \param panel  owner, and parent of the window
    ArchiveAccess(sdk::Visit *visit, QWidget *panel);
    /// Whatever is not settled is released.
    ~ArchiveAccess() override;

    /// Disabled where no archive is set up.
    QAction *open() const { return m_open; }
    TransferLine *line() const { return m_line; }
    bool isBringing() const { return m_transfer->step() == ArchiveTransfer::Step::Receiving; }
    void retranslate();

    /// What was brought to this place is on record: it stays.
    void settle(const QString &place) { m_unsettled.remove(place); }
    /// It is on no record: it may be given up for room.
    void release(const QString &place);

Q_SIGNALS:
    /// isBringing(), or how far it is.
    void changed();
    /// As ArchiveTransfer.
    void grown(const QString &place, const QString &studyInstanceUid);
    /// All that can be had of a study lies at `place`, and stays there once settle() is said.
    void brought(const QString &place, const QString &studyInstanceUid);

private:
    void showDialog();
    void keep(const QString &studyInstanceUid);

    sdk::Visit *m_visit;
    QWidget *m_panel;
    std::shared_ptr<workflow::ReceivedImages> m_images;
    ArchiveSearch *m_search;
    ArchiveTransfer *m_transfer;
    TransferLine *m_line;
    QAction *m_open;
    QMap<QString, QString> m_unsettled; ///< studies by place that no record had when they were brought
};

} // namespace simiao::viewer
