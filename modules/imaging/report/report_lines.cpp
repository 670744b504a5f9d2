#include "imaging/report/report_lines.h"

#include <QStringList>

#include <algorithm>

namespace simiao::imaging {

namespace {

bool reorders(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E
        || code == 0x200F || code == 0x061C;
}

QString unitText(const CodedConcept &unit)
{
    // UCUM's own codes are what people write (mm, cm2); "1" and what stands in braces is no unit.
    if (unit.value == QLatin1String("1") || unit.value.startsWith(u'{'))
        return unit.value == QLatin1String("1") ? QString() : unit.meaning;
    return unit.value.isEmpty() ? unit.meaning : unit.value;
}

QString numberText(const ContentItem &item)
{
    if (item.text.isEmpty())
        return item.code.meaning;
    const auto unit = unitText(item.code);
    return unit.isEmpty() ? item.text : item.text + u' ' + unit;
}

QString frameText(const ReferencedImage &image)
{
    QStringList numbers;
    for (const int frame : image.frames)
        numbers.append(QString::number(frame + 1));
    return numbers.isEmpty() ? QString() : QStringLiteral(" #") + numbers.join(u',');
}

QString referenceText(const ReferencedImage &image)
{
    return image.sopInstanceUid + frameText(image);
}

QString coordinatesText(const ContentItem &item)
{
    QStringList places;
    for (const auto &point : item.points)
        places.append(QStringLiteral("(%1, %2)").arg(point.column, 0, 'f', 1).arg(point.row, 0, 'f', 1));
    constexpr qsizetype kMost = 8;
    if (places.size() > kMost)
        places = places.first(kMost) + QStringList{QStringLiteral("…")};
    return places.isEmpty() ? item.graphicType : item.graphicType + u' ' + places.join(u' ');
}

void addLines(const ContentItem &item, int depth, std::vector<ReportLine> &lines)
{
    const bool isHeading = item.type == ContentType::Container;
    lines.push_back({.depth = depth,
                     .isHeading = isHeading,
                     .name = harmless(item.name.meaning),
                     .value = isHeading ? QString() : harmless(valueText(item))});
    for (const auto &child : item.children)
        addLines(child, depth + 1, lines);
}

} // namespace

QString harmless(const QString &foreign)
{
    QString text = foreign;
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(u'\r', u'\n');
    text.removeIf([](QChar c) {
        return reorders(c) || (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t');
    });
    return text;
}

QString valueText(const ContentItem &item)
{
    if (!item.target.isEmpty())
        return QStringLiteral("→ ") + item.target;
    switch (item.type) {
    case ContentType::Container: return {};
    case ContentType::Code: return item.code.meaning.isEmpty() ? item.code.value : item.code.meaning;
    case ContentType::Number: return numberText(item);
    case ContentType::Image:
    case ContentType::Waveform:
    case ContentType::Composite: return referenceText(item.reference);
    case ContentType::SpatialCoordinates:
    case ContentType::SpatialCoordinates3D:
    case ContentType::TemporalCoordinates: return coordinatesText(item);
    case ContentType::Text:
    case ContentType::Date:
    case ContentType::Time:
    case ContentType::DateTime:
    case ContentType::PersonName:
    case ContentType::UidReference:
    case ContentType::Table:
    case ContentType::Unknown: return item.text;
    }
    return {};
}

std::vector<ReportLine> reportLines(const Report &report)
{
    std::vector<ReportLine> lines;
    addLines(report.root, 0, lines);
    return lines;
}

QString plainText(const std::vector<ReportLine> &lines, const QString &separator)
{
    QString text;
    for (const auto &line : lines) {
        const QString indent(2 * line.depth, u' ');
        const bool hasBoth = !line.name.isEmpty() && !line.value.isEmpty();
        QString words = line.name + (hasBoth ? separator : QString()) + line.value;
        words.replace(u'\n', u'\n' + indent + QStringLiteral("  "));
        text += indent + words + u'\n';
    }
    return text;
}

} // namespace simiao::imaging
