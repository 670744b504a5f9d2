#include "ui/widgets/number_label.h"

#include <QFontMetrics>
#include <QPainter>

namespace simiao::ui {

NumberLabel::NumberLabel(QWidget *parent)
    : ThemedWidget(QAccessible::StaticText, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void NumberLabel::setCaption(const QString &caption)
{
    m_caption = caption;
    rename();
}

void NumberLabel::setNumber(const QString &number, const QString &unit)
{
    m_number = number;
    m_unit = unit;
    rename();
}

void NumberLabel::setPrefix(const QString &prefix)
{
    m_prefix = prefix;
    rename();
}

void NumberLabel::rename()
{
    const QStringList parts{m_caption, m_prefix + m_number, m_unit};
    setAccessibleName(parts.join(u' ').simplified());
    refresh();
}

QSize NumberLabel::sizeHint() const
{
    const QFontMetrics words(typeFont(Type::Base));
    const int gap = tokens().rhythm.gap;
    const int caption = m_caption.isEmpty() ? 0 : words.horizontalAdvance(m_caption) + gap;
    const int unit = m_unit.isEmpty() ? 0 : words.horizontalAdvance(m_unit) + gap / 2;
    return {caption + tabularWidth(typeFont(Type::Strong), m_prefix + m_number) + unit, words.height()};
}

void NumberLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &theme = tokens();
    auto room = rect();
    painter.setFont(typeFont(Type::Base));
    painter.setPen(theme.colours.secondary);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_caption);
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_unit);
    if (!m_unit.isEmpty())
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(m_unit) - theme.rhythm.gap / 2);
    painter.setFont(typeFont(Type::Strong));
    painter.setPen(theme.colours.text);
    drawTabular(painter, room, m_prefix + m_number);
}

} // namespace simiao::ui
