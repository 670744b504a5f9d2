#include "ui/widgets/banner_line.h"

#include "ui/widgets/chips.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace simiao::ui {

namespace {

constexpr int kGap = 18;
constexpr int kLeastText = 72;
constexpr int kLeastName = 48;
constexpr int kLeastBlock = 84; // a cut allergy still says more than a count

/// What gives way first has the lowest number.
enum Rank { VisitRank, PayerRank, BodyRank, BadgeRank, MrnRank, BlockRank, SexAgeRank, NameRank, CountRank };

} // namespace

BannerLine::BannerLine(const PatientSummary &patient, const QWidget *widget)
    : m_widget(widget)
    , m_tokens(SimiaoStyle::tokens(widget))
{
    const auto &ink = m_tokens.colours;
    addText(patient.name, Type::PatientName, ink.text, NameRank, kLeastName);
    if (!m_pieces.empty())
        m_pieces.back().part.isKept = true;
    addText(patient.sexAge, Type::Base, ink.text, SexAgeRank);
    if (!patient.mrn.isEmpty())
        addText(recordNumber(patient), Type::Base, ink.secondary, MrnRank);
    addText(patient.body, Type::Base, ink.secondary, BodyRank);
    for (const auto &badge : patient.badges)
        addBadge(badge);
    addRight(patient.payer, PayerRank);
    addRight(patient.visit, VisitRank);
}

void BannerLine::fit(int room)
{
    m_widths = fitParts(parts(), kGap, room);
    int counted = 0; // the count takes room itself and may push out another badge
    for (int hidden = hiddenBadges(); hidden != counted; hidden = hiddenBadges()) {
        const auto gravest = gravestHidden();
        if (counted > 0)
            m_pieces.pop_back();
        addBadge({gravest, QStringLiteral("+%1").arg(hidden)});
        m_pieces.back().part.rank = CountRank;
        m_pieces.back().part.isKept = true;
        m_widths = fitParts(parts(), kGap, room);
        counted = hidden;
    }
}

void BannerLine::paint(QPainter &painter, const QRect &room) const
{
    int left = room.left();
    int right = room.right() + 1;
    for (auto i = m_pieces.size(); i-- > 0;) {
        if (m_pieces[i].isRight && m_widths[i] > 0) {
            right -= m_widths[i];
            paintPiece(painter, i, QRect(right, room.top(), m_widths[i], room.height()));
            right -= kGap;
        }
    }
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        if (!m_pieces[i].isRight && m_widths[i] > 0) {
            paintPiece(painter, i, QRect(left, room.top(), m_widths[i], room.height()));
            left += m_widths[i] + kGap;
        }
    }
}

void BannerLine::addText(const QString &text, Type type, const QColor &ink, int rank, int least)
{
    const auto font = SimiaoStyle::font(type, m_widget);
    const int width = text.isEmpty() ? 0 : QFontMetrics(font).horizontalAdvance(text) + 1;
    if (width > 0)
        m_pieces.push_back({text, font, ink, {width, least > 0 ? std::min(width, least) : width, rank}});
}

void BannerLine::addRight(const QString &text, int rank)
{
    const auto before = m_pieces.size();
    addText(text, Type::Base, m_tokens.colours.secondary, rank, kLeastText);
    if (m_pieces.size() > before)
        m_pieces.back().isRight = true;
}

void BannerLine::addBadge(const BannerBadge &badge)
{
    const auto font = SimiaoStyle::font(Type::Base, m_widget);
    const int width = chips::badgeSize(font, badge.text, true).width();
    const bool isBlock = badge.severity == Severity::Block;
    const LinePart part{width, isBlock ? std::min(width, kLeastBlock) : width,
                        isBlock ? BlockRank : BadgeRank};
    m_pieces.push_back({badge.text, font, {}, part, badge.severity});
}

std::vector<LinePart> BannerLine::parts() const
{
    std::vector<LinePart> parts;
    for (const auto &piece : m_pieces)
        parts.push_back(piece.part);
    return parts;
}

int BannerLine::hiddenBadges() const
{
    int hidden = 0;
    for (std::size_t i = 0; i < m_pieces.size(); ++i)
        hidden += m_pieces[i].badge && m_widths[i] == 0 ? 1 : 0;
    return hidden;
}

Severity BannerLine::gravestHidden() const
{
    auto gravest = Severity::Neutral;
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        if (m_pieces[i].badge && m_widths[i] == 0)
            gravest = std::min(gravest, *m_pieces[i].badge); // the enum begins with the gravest
    }
    return gravest;
}

void BannerLine::paintPiece(QPainter &painter, std::size_t index, const QRect &box) const
{
    const auto &piece = m_pieces[index];
    if (piece.badge) {
        QRect chip(0, 0, box.width(), chips::badgeSize(piece.font, piece.text, true).height());
        chip.moveCenter(box.center());
        chips::paintBadge(painter, chip, piece.font, piece.text, *piece.badge, true, m_tokens);
        return;
    }
    painter.setFont(piece.font);
    painter.setPen(piece.ink);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(piece.font).elidedText(piece.text, Qt::ElideRight, box.width()));
}

} // namespace simiao::ui
