#include "admin/views/password_field.h"

namespace simiao::admin {

PasswordField::PasswordField(QWidget *parent)
    : QLineEdit(parent)
{
    setEchoMode(Password);
}

void PasswordField::focusInEvent(QFocusEvent *event)
{
    setEchoMode(Normal);
    setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    QLineEdit::focusInEvent(event);
}

void PasswordField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    setEchoMode(Password);
}

} // namespace simiao::admin
