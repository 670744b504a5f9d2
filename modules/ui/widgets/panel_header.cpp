#include "ui/widgets/panel_header.h"

#include "ui/widgets/key_hint.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace simiao::ui {

PanelHeader::PanelHeader(const QString &title, const QKeySequence &key, QWidget *parent)
    : ThemedWidget(QAccessible::Heading, parent)
    , m_line(new QHBoxLayout(this))
    , m_title(new TextLabel(title, Type::Strong, TextLabel::Ink::Secondary))
    , m_key(new KeyHint(key))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_line->addWidget(m_title);
    m_line->addWidget(m_key);
    m_line->addStretch(1);
    setAccessibleName(title);
    retheme();
}

void PanelHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void PanelHeader::setKey(const QKeySequence &key)
{
    m_key->setKey(key);
}

void PanelHeader::followKey(const QAction *action)
{
    m_key->follow(action);
}

void PanelHeader::setKeyTrailing(bool isTrailing)
{
    m_line->removeWidget(m_key);
    m_line->insertWidget(isTrailing ? -1 : 1, m_key);
}

void PanelHeader::addTrailing(QWidget *widget)
{
    m_line->addWidget(widget);
}

void PanelHeader::setPatientColour(std::optional<QColor> colour)
{
    m_patientColour = colour;
    update();
}

QSize PanelHeader::sizeHint() const
{
    return {QWidget::sizeHint().width(), tokens().rhythm.header};
}

void PanelHeader::retheme()
{
    const auto &rhythm = tokens().rhythm;
    m_line->setContentsMargins(rhythm.gap + 2, 0, rhythm.gap + 2, 1);
    m_line->setSpacing(rhythm.gap);
}

void PanelHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &theme = tokens();
    painter.fillRect(rect(), theme.colours.header);
    painter.fillRect(0, height() - 1, width(), 1, theme.colours.line);
    if (m_patientColour)
        painter.fillRect(0, 0, theme.rhythm.patientBar, height(), *m_patientColour);
}

} // namespace simiao::ui
