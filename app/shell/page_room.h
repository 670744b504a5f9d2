#pragma once

#include <QScrollArea>

namespace simiao::shell {

/// Room for a page in a window that may be too small for it, as at 200 % on a small screen: nothing is squeezed or overlaps,
/// the page is scrolled instead, and what has the focus is brought into sight. In a large window it is not noticed: a page gets
/// what it cannot do without, not what it would like to have.
class PageRoom : public QScrollArea
{
    Q_OBJECT

public:
    /// \param page  owned; has the focus when the room is given it
    explicit PageRoom(QWidget *page, QWidget *parent = nullptr);

private:
    void follow(QWidget *focus);
};

} // namespace simiao::shell
