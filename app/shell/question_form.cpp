#include "shell/question_form.h"

#include "shell/centred.h"

#include <QVBoxLayout>

namespace simiao::shell {

void layOutQuestion(QWidget *page, QWidget *title, QWidget *words, std::initializer_list<QWidget *> answers)
{
    constexpr int kWidth = 480;
    auto *form = new QWidget;
    form->setFixedWidth(kWidth);
    auto *column = new QVBoxLayout(form);
    column->addWidget(title);
    column->addWidget(words);
    auto *buttons = new QHBoxLayout;
    for (auto *answer : answers)
        buttons->addWidget(answer);
    buttons->addStretch(1);
    column->addLayout(buttons);
    auto *lines = new QVBoxLayout(page);
    lines->addStretch(1);
    lines->addLayout(centred(form));
    lines->addStretch(2);
}

} // namespace simiao::shell
