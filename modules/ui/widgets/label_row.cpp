#include "ui/widgets/label_row.h"

#include "ui/widgets/plain_tool_tip.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace simiao::ui {

LabelRow::LabelRow(const QString &label, QWidget *editor, QWidget *parent)
    : ThemedWidget(QAccessible::Grouping, parent)
    , m_label(new TextLabel(label, Type::Base, TextLabel::Ink::Secondary))
    , m_editor(editor)
    , m_line(new QHBoxLayout(this))
{
    m_label->setAlignment(Qt::AlignRight | Qt::AlignTop);
    m_label->setWordWrap(true);
    m_label->setBuddy(editor);
    m_line->addWidget(m_label, 0, Qt::AlignTop);
    m_line->addWidget(editor, 1);
    setFocusProxy(editor);
    setLabel(label);
    retheme();
}

void LabelRow::setLabel(const QString &label)
{
    m_label->setText(label);
    m_editor->setAccessibleName(label);
    setAccessibleName(label);
}

void LabelRow::setCopiedFrom(const QString &source)
{
    m_isCopied = !source.isEmpty();
    m_editor->setToolTip(plainToolTip(source));
    m_editor->setAccessibleDescription(source);
    update();
}

void LabelRow::align(const QList<LabelRow *> &rows, int widest)
{
    int width = 0;
    for (const auto *row : rows) {
        const QFontMetrics metrics(row->m_label->font());
        width = std::max(width, metrics.horizontalAdvance(row->m_label->text()) + 1);
    }
    for (auto *row : rows)
        row->m_label->setFixedWidth(std::min(width, widest));
}

void LabelRow::retheme()
{
    const auto &rhythm = tokens().rhythm;
    const int lineHeight = QFontMetrics(typeFont(Type::Base)).height();
    m_label->setContentsMargins(0, std::max(0, (rhythm.input - lineHeight) / 2), 0, 0);
    m_line->setContentsMargins(rhythm.margin, 0, rhythm.gap, 0);
    m_line->setSpacing(rhythm.gap);
}

void LabelRow::paintEvent(QPaintEvent *)
{
    if (!m_isCopied)
        return;
    QPainter painter(this);
    const auto &theme = tokens();
    const int x = m_editor->x() - theme.rhythm.gapSmall;
    painter.fillRect(x, m_editor->y() + 4, theme.rhythm.selectionBar, m_editor->height() - 8,
                     theme.colours.warn);
}

} // namespace simiao::ui
