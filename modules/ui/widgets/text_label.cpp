#include "ui/widgets/text_label.h"

#include <QEvent>

namespace simiao::ui {

namespace {

QColor inkColour(TextLabel::Ink ink, const ThemeColours &colours)
{
    switch (ink) {
    case TextLabel::Ink::Text: return colours.text;
    case TextLabel::Ink::Secondary: return colours.secondary;
    case TextLabel::Ink::Accent: return colours.accent;
    case TextLabel::Ink::Block: return colours.block;
    case TextLabel::Ink::Warn: return colours.warn;
    case TextLabel::Ink::Ok: return colours.ok;
    }
    return colours.text;
}

} // namespace

TextLabel::TextLabel(const QString &text, Type type, Ink ink, QWidget *parent)
    : QLabel(parent)
    , m_type(type)
    , m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::WindowText); // else it follows the ground's role and loses the ink
    setText(text);
    retheme();
}

void TextLabel::setInk(Ink ink)
{
    m_ink = ink;
    retheme();
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        retheme();
}

void TextLabel::retheme()
{
    const auto &colours = SimiaoStyle::tokens(this).colours;
    setFont(SimiaoStyle::font(m_type, this));
    QPalette inked;
    inked.setColor(QPalette::WindowText, inkColour(m_ink, colours));
    inked.setColor(QPalette::Disabled, QPalette::WindowText, colours.disabled);
    setPalette(inked);
}

} // namespace simiao::ui
