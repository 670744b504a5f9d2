#include "ui/widgets/notice_line.h"

#include "ui/theme/paint.h"
#include "ui/widgets/link_button.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace simiao::ui {

namespace {

constexpr int kGlyph = 14;
constexpr int kPadding = 6;
constexpr int kLinkGap = 8;

} // namespace

NoticeLine::NoticeLine(const Notice &notice, QWidget *parent)
    : ThemedWidget(QAccessible::AlertMessage, parent)
{
    auto policy = QSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setNotice(notice);
}

void NoticeLine::setNotice(const Notice &notice)
{
    const bool isNew = notice != m_notice;
    m_notice = notice;
    rebuildLinks();
    retheme();
    refresh();
    if (isNew)
        tellScreenReader();
}

/// A notice is set anew where theme or language change: QApplication::setStyle() goes through a list of widgets that it made before,
/// and whoever pressed a link is still within its event. So links stay where they say the same, and others go later.
void NoticeLine::rebuildLinks()
{
    if (std::ranges::equal(m_links, m_notice.actions, {}, &LinkButton::text))
        return;
    for (auto *link : m_links) {
        link->hide();
        link->setParent(nullptr);
        link->deleteLater();
    }
    m_links.clear();
    for (const auto &action : m_notice.actions) {
        auto *link = new LinkButton(action, this);
        const int index = static_cast<int>(m_links.size());
        connect(link, &LinkButton::clicked, this, [this, index] { Q_EMIT triggered(index); });
        m_links.append(link);
        link->show();
    }
}

void NoticeLine::tellScreenReader()
{
    if (m_notice.severity != Severity::Block && m_notice.severity != Severity::Warn)
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

TextFlow NoticeLine::finding() const
{
    return {m_notice.lead, m_notice.text, typeFont(Type::Base)};
}

TextFlow NoticeLine::basis() const
{
    return {{}, m_notice.secondary, typeFont(Type::Secondary)};
}

int NoticeLine::textLeft() const
{
    const int glyph = m_notice.severity == Severity::Neutral ? 0 : kGlyph + tokens().rhythm.gap;
    return tokens().rhythm.gap + 2 + glyph;
}

int NoticeLine::textWidth(int width) const
{
    return std::max(1, width - textLeft() - tokens().rhythm.gap);
}

int NoticeLine::placeLinks(int width, bool isMoving) const
{
    const auto extent = finding().measure(textWidth(width));
    const int right = width - tokens().rhythm.gap;
    int x = textLeft() + static_cast<int>(std::ceil(extent.lastLineWidth)) + kLinkGap;
    int y = kPadding + static_cast<int>(extent.lastLineTop);
    int bottom = kPadding + static_cast<int>(extent.height);
    for (auto *link : m_links) {
        const auto size = link->sizeHint();
        if (x + size.width() > right && x > textLeft()) {
            x = textLeft();
            y = bottom + 2;
        }
        if (isMoving)
            link->setGeometry({{x, y}, size});
        x += size.width() + kLinkGap;
        bottom = std::max(bottom, y + size.height());
    }
    return bottom;
}

int NoticeLine::heightForWidth(int width) const
{
    const auto below = basis().measure(textWidth(width)).height;
    return placeLinks(width, false) + static_cast<int>(below) + kPadding;
}

QSize NoticeLine::sizeHint() const
{
    constexpr int kComfortable = 480;
    return {kComfortable, heightForWidth(std::max(width(), kComfortable))};
}

void NoticeLine::retheme()
{
    const QStringList parts{severityWord(m_notice.severity), m_notice.lead, m_notice.text,
                            m_notice.secondary};
    setAccessibleName(parts.join(u' ').simplified());
    claimHeight();
}

void NoticeLine::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    claimHeight();
}

int NoticeLine::naturalWidth() const
{
    constexpr double kOneLine = 100'000;
    const auto text = std::max(finding().measure(kOneLine).widest, basis().measure(kOneLine).widest);
    int width = textLeft() + static_cast<int>(std::ceil(text)) + tokens().rhythm.gap;
    for (const auto *link : m_links)
        width += link->sizeHint().width() + kLinkGap;
    return width;
}

void NoticeLine::claimHeight()
{
    placeLinks(width(), true);
    setFixedHeight(heightForWidth(width())); // splitters and scroll areas do not ask for heightForWidth
}

void NoticeLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &theme = tokens();
    const auto ink = severityColour(m_notice.severity, theme.colours);
    paint::box(painter, rect(), severityGround(m_notice.severity, theme), {}, theme.rhythm.radius);
    const int lineHeight = QFontMetrics(typeFont(Type::Base)).height();
    const QRectF glyph(theme.rhythm.gap + 2, kPadding + (lineHeight - kGlyph) / 2.0, kGlyph, kGlyph);
    paintSeverityGlyph(painter, glyph, m_notice.severity, ink);

    painter.setPen(m_notice.severity == Severity::Neutral ? theme.colours.text : ink);
    finding().paint(painter, QPointF(textLeft(), kPadding), textWidth(width()));
    painter.setPen(ink);
    basis().paint(painter, QPointF(textLeft(), placeLinks(width(), false)), textWidth(width()));
}

} // namespace simiao::ui
