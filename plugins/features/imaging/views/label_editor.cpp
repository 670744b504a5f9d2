#include "imaging/views/label_editor.h"

#include <QKeyEvent>

#include <algorithm>

namespace simiao::viewer {

LabelEditor::LabelEditor(QWidget *viewport)
    : QLineEdit(viewport)
{
    constexpr int kLongest = 200;
    setObjectName(QStringLiteral("imaging.label"));
    setAccessibleName(tr("Words on the image"));
    setPlaceholderText(tr("Words on the image"));
    setMaxLength(kLongest);
    hide();
}

void LabelEditor::ask(const QPoint &at, const QString &words)
{
    constexpr int kWidth = 220;
    const QSize size(std::min(kWidth, parentWidget()->width()), sizeHint().height());
    const int right = std::max(0, parentWidget()->width() - size.width());
    const int bottom = std::max(0, parentWidget()->height() - size.height());
    setGeometry(QRect({std::clamp(at.x(), 0, right), std::clamp(at.y(), 0, bottom)}, size));
    setText(words);
    selectAll();
    show();
    setFocus();
}

void LabelEditor::end(bool isTaken)
{
    if (isHidden())
        return;
    const auto words = text();
    hide();
    parentWidget()->setFocus();
    if (isTaken)
        Q_EMIT done(words);
}

/// Enter and Escape are its own here, whatever they mean on the page.
bool LabelEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void LabelEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        end(true);
    else if (event->key() == Qt::Key_Escape)
        end(false);
    else
        QLineEdit::keyPressEvent(event);
}

void LabelEditor::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        end(true);
}

} // namespace simiao::viewer
