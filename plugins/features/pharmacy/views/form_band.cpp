#include "pharmacy/views/form_band.h"

#include "pharmacy/models/words.h"
#include "ui/theme/colours.h"

#include <QPainter>

namespace simiao::pharmacy {

using medications::PrescriptionForm;

namespace {

constexpr int kPaperPercent = 45;
constexpr int kPaperPercentDark = 18; // light words must be read on it

/// The paper: white, light yellow, light green, light red, white. Not a token of the theme: no hospital may change it.
QColor paperColour(PrescriptionForm form)
{
    switch (form) {
    case PrescriptionForm::Ordinary:
    case PrescriptionForm::PsychotropicTwo: return {0xFF, 0xFF, 0xFF};
    case PrescriptionForm::Emergency: return {0xF2, 0xD0, 0x4A};
    case PrescriptionForm::Paediatric: return {0x7B, 0xC4, 0x7F};
    case PrescriptionForm::NarcoticPsychotropicOne: return {0xE8, 0x8A, 0x8A};
    }
    return {};
}

} // namespace

FormBand::FormBand(QWidget *parent)
    : ThemedWidget(QAccessible::StaticText, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FormBand::setPrescription(PrescriptionForm form, const QString &number)
{
    m_form = form;
    m_number = number;
    retheme();
    refresh();
}

QString FormBand::text() const
{
    return QStringLiteral("%1 %2").arg(Words::form(m_form), m_number);
}

QSize FormBand::sizeHint() const
{
    return {300, tokens().rhythm.header + tokens().rhythm.gapSmall};
}

void FormBand::retheme()
{
    setAccessibleName(text());
}

void FormBand::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &theme = tokens();
    const auto paper = paperColour(m_form);
    const int share = theme.dark ? kPaperPercentDark : kPaperPercent;
    painter.fillRect(rect(), ui::mixed(paper, theme.colours.panel, share));
    painter.fillRect(0, 0, theme.rhythm.gap, height() - 1, paper);
    painter.fillRect(theme.rhythm.gap, 0, 1, height() - 1, theme.colours.line);
    painter.fillRect(0, height() - 1, width(), 1, theme.colours.line);
    const auto room = rect().adjusted(theme.rhythm.gap + theme.rhythm.margin, 0, -theme.rhythm.margin, 0);
    painter.setPen(theme.colours.text);
    painter.setFont(typeFont(ui::Type::Strong));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, Words::form(m_form));
    painter.setFont(typeFont(ui::Type::Base));
    ui::drawTabular(painter, room, m_number);
}

} // namespace simiao::pharmacy
