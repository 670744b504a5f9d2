#pragma once

#include "sdk/profile_kind.h"

#include <QRasterWindow>

namespace simiao::shell {

/// The words of a profile that is not real, over the upper edge of a window that a plugin draws.
class MarkWindow : public QRasterWindow
{
    Q_OBJECT

public:
    /// \param display  it lies in it and goes with it
    MarkWindow(sdk::ProfileKind kind, QWindow *display);

    sdk::ProfileKind kind() const { return m_kind; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    sdk::ProfileKind m_kind;
    QWindow *m_display;
};

} // namespace simiao::shell
