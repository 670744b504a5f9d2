#pragma once

#include "ui/theme/type.h"

#include <QToolButton>

namespace simiao::shell {

/// A quiet button of the top bar that opens a menu: its text, elided when the bar is narrow, and a small arrow.
class BarButton : public QToolButton
{
    Q_OBJECT

public:
    explicit BarButton(ui::Type type, QWidget *parent = nullptr);

    /// What it leads to, for screen readers; what it shows is added.
    void setPurpose(const QString &purpose);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int textWidth() const;

    ui::Type m_type;
};

} // namespace simiao::shell
