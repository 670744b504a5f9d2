#pragma once

#include "imaging/models/archive_sending.h"
#include "imaging/views/step_line.h"

namespace simiao::viewer {

/// What goes to an archive: "12 of 40 files sent", when not all of it is there, why, and where the archive is asked, whether
/// it keeps them.
class SendingLine : public StepLine
{
    Q_OBJECT

public:
    /// \param sending  followed, not owned
    explicit SendingLine(ArchiveSending *sending, QWidget *parent = nullptr);

protected:
    ui::Notice notice() const override;
    void act(int index) override;

private:
    QString why() const;
    QString asking() const;
    QString confirmed() const;
    QString unconfirmed() const;

    ArchiveSending *m_sending;
};

} // namespace simiao::viewer
