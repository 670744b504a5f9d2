#pragma once

#include "ui/widgets/themed_widget.h"

#include <QKeySequence>

class QAction;

namespace simiao::ui {

/// The small chip that names a key, such as "F9" or "Alt+1". Empty it takes no room.
class KeyHint : public ThemedWidget
{
    Q_OBJECT

public:
    explicit KeyHint(const QKeySequence &key = {}, QWidget *parent = nullptr);

    void setKey(const QKeySequence &key);
    /// Names the first key of this action from now on, whatever key map gives it. \param action  not owned
    void follow(const QAction *action);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void retheme() override;
    void paintEvent(QPaintEvent *event) override;

private:
    QKeySequence m_key;
    QMetaObject::Connection m_following;
};

} // namespace simiao::ui
