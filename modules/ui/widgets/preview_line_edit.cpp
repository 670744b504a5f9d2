#include "ui/widgets/preview_line_edit.h"

#include "ui/theme/simiao_style.h"

#include <QPainter>

namespace simiao::ui {

PreviewLineEdit::PreviewLineEdit(QWidget *parent)
    : QLineEdit(parent)
{
    connect(this, &QLineEdit::textChanged, this, [this] { update(); });
}

void PreviewLineEdit::setPreview(const QString &preview)
{
    m_preview = preview;
    setAccessibleDescription(preview);
    update();
}

void PreviewLineEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const auto &tokens = SimiaoStyle::tokens(this);
    const int typed = fontMetrics().horizontalAdvance(displayText());
    const auto room = rect().adjusted(typed + 3 * tokens.rhythm.gapLarge, 0, -tokens.rhythm.gap, 0);
    if (m_preview.isEmpty() || room.width() < 2 * tokens.rhythm.row)
        return;
    QPainter painter(this);
    painter.setPen(tokens.colours.secondary);
    painter.setFont(font());
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_preview, Qt::ElideRight, room.width()));
}

} // namespace simiao::ui
