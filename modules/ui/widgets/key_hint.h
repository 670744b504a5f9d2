#pragma once

#include "ui/widgets/themed_widget.h"

#include <QKeySequence>

namespace simiao::ui {

/// The small chip that names a key, such as "F9" or "Alt+1". Empty it takes no room.
class KeyHint : public ThemedWidget
{
    Q_OBJECT

public:
    explicit KeyHint(const QKeySequence &key = {}, QWidget *parent = nullptr);

    void setKey(const QKeySequence &key);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;

private:
    QKeySequence m_key;
};

} // namespace simiao::ui
