#pragma once

#include <QHBoxLayout>
#include <QWidget>

namespace simiao::shell {

/// `form` in the middle of its line. Not by Qt::AlignHCenter: the layout around it would ask how high the form is at the width of
/// the whole page, where its words take fewer lines, and cut them.
inline QHBoxLayout *centred(QWidget *form)
{
    auto *line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(form);
    line->addStretch(1);
    return line;
}

} // namespace simiao::shell
