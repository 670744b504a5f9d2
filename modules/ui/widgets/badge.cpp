#include "ui/widgets/badge.h"

#include "ui/widgets/chips.h"
#include "ui/widgets/plain_tool_tip.h"

#include <QPainter>

namespace simiao::ui {

Badge::Badge(Severity severity, const QString &text, QWidget *parent)
    : ThemedWidget(QAccessible::StaticText, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setBadge(severity, text);
}

void Badge::setBadge(Severity severity, const QString &text)
{
    m_severity = severity;
    m_text = text;
    setToolTip(plainToolTip(text));
    retheme();
    refresh();
}

QSize Badge::sizeHint() const
{
    return chips::badgeSize(typeFont(Type::Secondary), m_text, m_severity != Severity::Neutral);
}

QSize Badge::minimumSizeHint() const
{
    constexpr int kLegible = 96;
    return {std::min(sizeHint().width(), kLegible), sizeHint().height()};
}

void Badge::retheme()
{
    const auto word = severityWord(m_severity);
    setAccessibleName(word.isEmpty() ? m_text : tr("%1: %2", "severity: text").arg(word, m_text));
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    chips::paintBadge(painter, rect(), typeFont(Type::Secondary), m_text, m_severity,
                      m_severity != Severity::Neutral, tokens());
}

} // namespace simiao::ui
