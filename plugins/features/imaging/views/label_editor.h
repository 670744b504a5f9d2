#pragma once

#include <QLineEdit>

namespace simiao::viewer {

/// One line for the words on a picture, shown over it. Enter or leaving it takes them, Escape drops them.
class LabelEditor : public QLineEdit
{
    Q_OBJECT

public:
    explicit LabelEditor(QWidget *viewport);

    /// \param at  where the words begin, in the viewport
    void ask(const QPoint &at, const QString &words);

Q_SIGNALS:
    void done(const QString &words);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void end(bool isTaken);
};

} // namespace simiao::viewer
