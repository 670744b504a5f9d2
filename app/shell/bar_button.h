#pragma once

#include "ui/theme/severity.h"
#include "ui/theme/type.h"

#include <QToolButton>

#include <optional>

namespace simiao::shell {

/// A quiet button of the top bar that opens a menu: its text, elided when the bar is narrow, and a small arrow.
class BarButton : public QToolButton
{
    Q_OBJECT

public:
    explicit BarButton(ui::Type type, QWidget *parent = nullptr);

    /// What it leads to, for screen readers; what it shows is added.
    void setPurpose(const QString &purpose);
    /// Its ink; nothing: that of its type.
    void setSeverity(std::optional<ui::Severity> severity);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int textWidth() const;

    ui::Type m_type;
    std::optional<ui::Severity> m_severity;
};

} // namespace simiao::shell
