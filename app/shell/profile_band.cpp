#include "shell/profile_band.h"

#include <QPainter>

namespace simiao::shell {

namespace {

constexpr int kHeight = 22;

} // namespace

ProfileBand::ProfileBand(QWidget *parent)
    : ThemedWidget(QAccessible::StaticText, parent)
{
    setObjectName(QStringLiteral("shell.band"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void ProfileBand::setKind(sdk::ProfileKind kind)
{
    m_kind = kind;
    setVisible(kind != sdk::ProfileKind::Real);
    retheme();
    refresh();
}

QString ProfileBand::text() const
{
    return sdk::profileMark(m_kind);
}

QSize ProfileBand::sizeHint() const
{
    return {QFontMetrics(typeFont(ui::Type::Strong)).horizontalAdvance(text()), kHeight};
}

void ProfileBand::retheme()
{
    setAccessibleName(text());
}

void ProfileBand::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &colours = tokens().colours;
    painter.fillRect(rect(), bandColour(m_kind, colours));
    painter.setFont(typeFont(ui::Type::Strong));
    painter.setPen(colours.panel);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
}

QColor bandColour(sdk::ProfileKind kind, const ui::ThemeColours &colours)
{
    return kind == sdk::ProfileKind::Training ? colours.warn : colours.note;
}

QString markedTitle(const QString &title, sdk::ProfileKind kind)
{
    const auto word = sdk::profileWord(kind);
    return word.isEmpty() ? title : title + QStringLiteral(" – ") + word;
}

} // namespace simiao::shell
