#pragma once

#include <QKeySequence>
#include <QPointer>
#include <QPushButton>

class QAction;

namespace simiao::ui {

/// A button that shows an action's text and key, follows its state and triggers it.
/// Primary is the one accent-filled button of a screen.
class ActionButton : public QPushButton
{
    Q_OBJECT

public:
    enum class Role { Plain, Primary };

    /// \param action  watched, not owned; when it dies the button is disabled
    explicit ActionButton(QAction *action, Role role = Role::Plain, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
    QString keyText() const;
    int keyRoom() const;

    QPointer<QAction> m_action;
};

} // namespace simiao::ui
