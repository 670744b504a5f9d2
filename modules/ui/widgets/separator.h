#pragma once

#include "ui/widgets/themed_widget.h"

namespace simiao::ui {

/// A 1 px line between neighbours; used instead of boxes in boxes.
class Separator : public ThemedWidget
{
    Q_OBJECT

public:
    explicit Separator(Qt::Orientation orientation, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {1, 1}; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace simiao::ui
