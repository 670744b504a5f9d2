#pragma once

#include <QAbstractButton>

namespace simiao::ui {

/// A short action inside a line of text: accent words on the accent's tint, reached by Tab, run by
/// Space or Enter.
class LinkButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace simiao::ui
