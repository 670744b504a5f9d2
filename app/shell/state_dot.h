#pragma once

#include "ui/widgets/themed_widget.h"

namespace simiao::shell {

/// The dot before the back-end's name. Only an accent of the words beside it, so it is silent for screen readers.
class StateDot : public ui::ThemedWidget
{
    Q_OBJECT

public:
    explicit StateDot(QWidget *parent = nullptr);

    void setGood(bool isGood);

    QSize sizeHint() const override { return {8, 8}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isGood = true;
};

} // namespace simiao::shell
