#include "ui/widgets/text_flow.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace simiao::ui {

namespace {

QString joined(const TextFlow &flow)
{
    const auto gap = flow.lead.isEmpty() || flow.text.isEmpty() ? QString() : QStringLiteral("  ");
    return flow.lead + gap + flow.text;
}

void layOut(QTextLayout &layout, const TextFlow &flow, double width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QTextCharFormat bold;
    bold.setFontWeight(QFont::DemiBold);
    layout.setFormats({{0, static_cast<int>(flow.lead.size()), bold}});
    layout.beginLayout();
    double y = 0;
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width, 1.0));
        line.setPosition({0, y});
        y += std::ceil(line.height());
    }
    layout.endLayout();
}

} // namespace

TextFlow::Extent TextFlow::measure(double width) const
{
    Extent extent;
    if (lead.isEmpty() && text.isEmpty())
        return extent;
    QTextLayout layout(joined(*this), font);
    layOut(layout, *this, width);
    for (int i = 0; i < layout.lineCount(); ++i)
        extent.widest = std::max(extent.widest, layout.lineAt(i).naturalTextWidth());
    const auto last = layout.lineAt(layout.lineCount() - 1);
    extent.lastLineTop = last.y();
    extent.lastLineWidth = last.naturalTextWidth();
    extent.height = last.y() + std::ceil(last.height());
    return extent;
}

void TextFlow::paint(QPainter &painter, const QPointF &topLeft, double width) const
{
    if (lead.isEmpty() && text.isEmpty())
        return;
    QTextLayout layout(joined(*this), font);
    layOut(layout, *this, width);
    layout.draw(&painter, topLeft);
}

} // namespace simiao::ui
