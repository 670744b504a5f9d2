#include "shell/kept_focus.h"

#include <QApplication>
#include <QInputMethod>

namespace simiao::shell {

KeptFocus::KeptFocus(const QWidget *panel)
{
    auto *focus = QApplication::focusWidget();
    if (!focus || !panel || (focus != panel && !panel->isAncestorOf(focus)))
        return;
    QGuiApplication::inputMethod()->commit();
    m_focus = focus;
    focus->clearFocus(); // else hiding it sends the focus to a neighbour, which would select its text
}

KeptFocus::~KeptFocus()
{
    if (!m_focus)
        return;
    m_focus->setFocus(Qt::OtherFocusReason);
    m_focus->activateWindow();
}

} // namespace simiao::shell
