#pragma once

#include "shell/notice_text.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace simiao::shell {

/// What went wrong or was done, floating under the banner, over the titles of the panels: nothing moves, the focus stays
/// where it is, and no figure, receipt or button is covered; it steps aside from tabs, and what else is pressed there, narrower and higher
/// where need be. Where that cannot be, as in a small window, the page gives an error room until it is gone.
/// An error stays until it is dismissed or the next act begins, a success goes after six seconds.
class MessageLine : public NoticeText
{
    Q_OBJECT

public:
    /// \param parent  it floats over it
    explicit MessageLine(QWidget *parent);

    void showError(const QString &text);
    void showDone(const QString &text);
    void dismiss();
    /// An act began: an older error is no longer about what happens now.
    void actBegan();
    bool isError() const { return isVisible() && notice().severity == ui::Severity::Block; }

    /// Lies under this child of the parent.
    void setAnchor(QWidget *anchor);
    /// What stands between the anchor and the page, of no height until the page has to give way. \param room  not owned
    void setRoom(QWidget *room) { m_room = room; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void say(const ui::Notice &notice);
    void place();
    std::optional<QRect> freePlace(int widest) const;
    int top() const;
    void takeRoom(int height);

    QTimer m_fading;
    QTimer m_settled;
    QElapsedTimer m_shown;
    QWidget *m_anchor = nullptr;
    QPointer<QWidget> m_room;
};

} // namespace simiao::shell
