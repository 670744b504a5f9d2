#pragma once

#include "imaging/models/archive_sending.h"
#include "ui/widgets/notice_line.h"

namespace simiao::viewer {

/// What goes to an archive: "12 of 40 files sent", and when not all of it is there, why.
class SendingLine : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    /// \param sending  followed, not owned
    explicit SendingLine(ArchiveSending *sending, QWidget *parent = nullptr);

    QString text() const { return m_line->accessibleName(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void act(int index);
    ui::Notice notice() const;
    QString why() const;

    ArchiveSending *m_sending;
    ui::NoticeLine *m_line;
};

} // namespace simiao::viewer
