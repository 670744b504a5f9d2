#pragma once

#include "imaging/report/content_tree.h"

namespace simiao::imaging {

/// A line of a report as people read it. Plain text: whoever shows it must not take it for markup.
struct ReportLine
{
    int depth = 0; ///< from 0
    bool isHeading = false;
    QString name;  ///< "Area of defined region"; may be empty
    QString value; ///< "1.7 cm2"; empty for headings; may have several lines

    bool operator==(const ReportLine &) const = default;
};

/// The report from its title down, an item a line, in the order of the tree.
std::vector<ReportLine> reportLines(const Report &report);

/// The same as text, indented by two blanks a level.
/// \param separator  stands between what a line speaks of and what it says of it
QString plainText(const std::vector<ReportLine> &lines, const QString &separator = QStringLiteral(": "));

/// What one item says: "1.7 cm2", "Spinal cord", "POLYLINE, 2 points".
QString valueText(const ContentItem &item);

/// Without control characters but line breaks, and without those that reorder what stands around them.
QString harmless(const QString &foreign);

} // namespace simiao::imaging
