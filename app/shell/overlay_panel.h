#pragma once

#include <QFrame>
#include <QPointer>

namespace simiao::shell {

/// Lies over its parent for a moment; closed it gives the focus back where it was, caret and selection included.
class OverlayPanel : public QFrame
{
    Q_OBJECT

public:
    explicit OverlayPanel(QWidget *parent);

    void close();

protected:
    /// Shows it and remembers what had the focus; what gets it now is set after this.
    void appear();
    /// Goes, and the focus stays where somebody has put it.
    void leave();

    void paintEvent(QPaintEvent *event) override;

private:
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace simiao::shell
