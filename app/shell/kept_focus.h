#pragma once

#include <QPointer>
#include <QWidget>

namespace simiao::shell {

/// Keeps the caret of a panel that moves to another window: what is being composed is finished first, and when this ends the
/// widget that had the focus has it again. Nothing where the focus is elsewhere.
class KeptFocus
{
public:
    /// \param panel  may be null: nothing is kept
    explicit KeptFocus(const QWidget *panel);
    KeptFocus(const KeptFocus &) = delete;
    KeptFocus &operator=(const KeptFocus &) = delete;
    ~KeptFocus();

private:
    QPointer<QWidget> m_focus;
};

} // namespace simiao::shell
