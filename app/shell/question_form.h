#pragma once

#include <initializer_list>

class QWidget;

namespace simiao::shell {

/// Lays a question out on `page`, in place of the log-in: title, words, and the answers beside each other, a little above the middle.
void layOutQuestion(QWidget *page, QWidget *title, QWidget *words, std::initializer_list<QWidget *> answers);

} // namespace simiao::shell
