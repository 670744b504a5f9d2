#pragma once

#include "ui/theme/simiao_style.h"
#include "ui/widgets/fit_parts.h"
#include "ui/widgets/patient_banner.h"

#include <optional>

namespace simiao::ui {

/// The words and badges of a patient banner, fitted to a width and painted. Lives for one paint event.
class BannerLine
{
public:
    /// \param widget  whose style gives tokens and fonts; must outlive the line
    BannerLine(const PatientSummary &patient, const QWidget *widget);

    /// Decides the widths; badges without room are replaced by their number.
    void fit(int room);
    void paint(QPainter &painter, const QRect &room) const;

private:
    struct Piece
    {
        QString text;
        QFont font;
        QColor ink;
        LinePart part;
        std::optional<Severity> badge = {};
        bool isRight = false;
    };

    void addText(const QString &text, Type type, const QColor &ink, int rank, int least = 0);
    void addRight(const QString &text, int rank);
    void addBadge(const BannerBadge &badge);
    std::vector<LinePart> parts() const;
    int hiddenBadges() const;
    Severity gravestHidden() const;
    void paintPiece(QPainter &painter, std::size_t index, const QRect &box) const;

    const QWidget *m_widget;
    const ThemeTokens &m_tokens;
    std::vector<Piece> m_pieces;
    std::vector<int> m_widths;
};

} // namespace simiao::ui
