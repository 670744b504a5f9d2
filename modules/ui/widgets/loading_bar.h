#pragma once

#include "ui/widgets/themed_widget.h"

namespace simiao::ui {

/// The thin bar over content that is being loaded. It keeps its room when idle, so that content does
/// not jump, and does not move while the share is unknown.
class LoadingBar : public ThemedWidget
{
    Q_OBJECT

public:
    explicit LoadingBar(QWidget *parent = nullptr);

    void setIdle();
    /// \param percent  0 to 100, -1 when not known
    void setPercent(int percent);

    QSize sizeHint() const override { return {1, 2}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isIdle = true;
    int m_percent = -1;
};

} // namespace simiao::ui
