#pragma once

#include "ui/widgets/themed_widget.h"

class QAction;
class QMenu;

namespace simiao::ui {
class ActionButton;
}

namespace simiao::viewer {

/// A line of buttons for actions. Those that find no room stand in a menu at its end, so that nothing is cut
/// off; the trailing one always stays.
class ActionRow : public ui::ThemedWidget
{
    Q_OBJECT

public:
    /// \param meter  stands before the trailing button, always; owned
    ActionRow(const QList<QAction *> &actions,
              QAction *trailing,
              QWidget *meter = nullptr,
              QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    ui::ActionButton *trailingButton() const { return m_trailing; }

protected:
    bool event(QEvent *event) override;
    void retheme() override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    ui::ActionButton *buttonFor(QAction *action);
    void arrange();
    void arrangeSoon();
    int place(QWidget *widget, int left) const;
    int meterRoom() const;
    void popUp();

    QList<QAction *> m_actions;
    QList<ui::ActionButton *> m_buttons;
    ui::ActionButton *m_trailing;
    QWidget *m_meter;
    QMenu *m_menu;
    QAction *m_showMenu;
    ui::ActionButton *m_more;
};

} // namespace simiao::viewer
