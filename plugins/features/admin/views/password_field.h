#pragma once

#include <QLineEdit>

namespace simiao::admin {

/// A first password: seen while the focus is there, because somebody must be told it, and hidden as soon as it is left.
class PasswordField : public QLineEdit
{
    Q_OBJECT

public:
    explicit PasswordField(QWidget *parent = nullptr);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace simiao::admin
