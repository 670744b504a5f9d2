#pragma once

#include "imaging/models/archive_transfer.h"
#include "imaging/views/step_line.h"

namespace simiao::viewer {

/// What comes from an archive: "123 of 600 images", and when not all of it can be had, why, and what to do.
class TransferLine : public StepLine
{
    Q_OBJECT

public:
    /// \param transfer  followed, not owned
    explicit TransferLine(ArchiveTransfer *transfer, QWidget *parent = nullptr);

protected:
    ui::Notice notice() const override;
    void act(int index) override;

private:
    ui::Notice incomplete() const;

    ArchiveTransfer *m_transfer;
};

} // namespace simiao::viewer
