#include "ui/widgets/preview_line_edit.h"

#include "ui/theme/simiao_style.h"

#include <QEvent>
#include <QPainter>

namespace simiao::ui {

PreviewLineEdit::PreviewLineEdit(QWidget *parent)
    : QLineEdit(parent)
{
    connect(this, &QLineEdit::textChanged, this, [this] { update(); });
}

void PreviewLineEdit::setPreview(const QString &preview, const QString &kept)
{
    m_preview = preview;
    m_kept = kept;
    setAccessibleDescription(this->preview());
    makeRoom();
    update();
}

QString PreviewLineEdit::preview() const
{
    return m_kept.isEmpty() ? m_preview : (m_preview + QStringLiteral("  ") + m_kept).trimmed();
}

int PreviewLineEdit::keptWidth() const
{
    return m_kept.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_kept) + 1;
}

void PreviewLineEdit::makeRoom()
{
    const int gap = m_kept.isEmpty() ? 0 : SimiaoStyle::tokens(this).rhythm.gap;
    setTextMargins(0, 0, keptWidth() + gap, 0);
}

void PreviewLineEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        makeRoom();
}

void PreviewLineEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const auto &tokens = SimiaoStyle::tokens(this);
    auto room = rect().adjusted(0, 0, -tokens.rhythm.gap, 0);
    QPainter painter(this);
    painter.setPen(tokens.colours.secondary);
    painter.setFont(font());
    if (!m_kept.isEmpty()) {
        painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_kept);
        room.adjust(0, 0, -keptWidth() - tokens.rhythm.gap, 0);
    }
    const int typed = fontMetrics().horizontalAdvance(displayText());
    room.adjust(typed + 3 * tokens.rhythm.gapLarge, 0, 0, 0);
    if (m_preview.isEmpty() || room.width() < 2 * tokens.rhythm.row)
        return;
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_preview, Qt::ElideMiddle, room.width()));
}

} // namespace simiao::ui
