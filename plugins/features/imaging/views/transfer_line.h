#pragma once

#include "imaging/models/archive_transfer.h"
#include "ui/widgets/notice_line.h"

namespace simiao::viewer {

/// What comes from an archive: "123 of 600 images", and when not all of it can be had, why, and what to do.
class TransferLine : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    /// \param transfer  followed, not owned
    explicit TransferLine(ArchiveTransfer *transfer, QWidget *parent = nullptr);

    QString text() const { return m_line->accessibleName(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void act(int index);
    ui::Notice notice() const;
    ui::Notice incomplete() const;

    ArchiveTransfer *m_transfer;
    ui::NoticeLine *m_line;
};

} // namespace simiao::viewer
