#include "ui/theme/simiao_style.h"

#include <QAbstractSpinBox>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

#include <algorithm>

// Sizes, distances and hints of SimiaoStyle; what it draws is in simiao_style.cpp.

namespace simiao::ui {

namespace {

constexpr int kScrollBarExtent = 10;
constexpr int kSplitterLine = 1; // Qt adds a grab area of 5 px to splitters as thin as this
constexpr int kFieldMargin = 5;  // beside the text of a field, beyond QLineEdit's own 2
constexpr int kBoxMargin = 4;    // beside the text of boxes, so that it stands where that of a field does
constexpr int kMark = 14;        // check boxes and radio buttons

bool isTextEditor(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

bool isItemPart(QStyle::SubElement element, const QStyleOption *option)
{
    return qstyleoption_cast<const QStyleOptionViewItem *>(option)
        && (element == QStyle::SE_ItemViewItemText || element == QStyle::SE_ItemViewItemDecoration
            || element == QStyle::SE_ItemViewItemCheckIndicator
            || element == QStyle::SE_ItemViewItemFocusRect);
}

int lengthOf(const QStyleOptionSlider &bar)
{
    return bar.orientation == Qt::Vertical ? bar.rect.height() : bar.rect.width();
}

struct Thumb
{
    int start;
    int extent;
};

Thumb thumbOf(const QStyleOptionSlider &bar, int least)
{
    const int length = lengthOf(bar);
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    if (range <= 0)
        return {0, length};
    const auto share = qint64(length) * bar.pageStep / (range + bar.pageStep);
    const int extent = std::clamp(static_cast<int>(share), std::min(length, least), length);
    return {QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - extent,
                                            bar.upsideDown),
            extent};
}

QRect segmentOf(const QStyleOptionSlider &bar, int start, int extent)
{
    const auto &groove = bar.rect;
    const QRect rect = bar.orientation == Qt::Vertical
        ? QRect(groove.left(), groove.top() + start, groove.width(), extent)
        : QRect(groove.left() + start, groove.top(), extent, groove.height());
    return QStyle::visualRect(bar.direction, groove, rect);
}

} // namespace

int SimiaoStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const auto &rhythm = m_tokens.rhythm;
    switch (metric) {
    case PM_DefaultFrameWidth: return isTextEditor(widget) ? rhythm.focusRing : 1;
    case PM_ScrollBarExtent: return kScrollBarExtent;
    case PM_ScrollBarSliderMin: return rhythm.row;
    case PM_SplitterWidth: return kSplitterLine;
    case PM_HeaderDefaultSectionSizeVertical: return rhythm.row;
    case PM_HeaderMargin: return rhythm.gapSmall;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return kMark;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return rhythm.margin;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return rhythm.gap;
    case PM_TabBarTabHSpace: return 2 * (rhythm.gap + rhythm.gapSmall);
    case PM_TabBarTabVSpace: return rhythm.gap;
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int SimiaoStyle::styleHint(StyleHint hint,
                           const QStyleOption *option,
                           const QWidget *widget,
                           QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ScrollBar_Transient:
    case SH_UnderlineShortcut: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_ComboBox_Popup: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize SimiaoStyle::sizeFromContents(ContentsType type,
                                    const QStyleOption *option,
                                    const QSize &contents,
                                    const QWidget *widget) const
{
    const auto &rhythm = m_tokens.rhythm;
    auto size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
        return {contents.width() + 2 * rhythm.margin,
                std::max(rhythm.button, contents.height() + rhythm.gap)};
    case CT_ComboBox:
    case CT_SpinBox:
        size.rwidth() += kBoxMargin;
        // A box of numbers or of a day, with a calendar too, holds an editor that has its air already.
        if (qobject_cast<const QAbstractSpinBox *>(widget)) {
            size.setHeight(std::max(rhythm.input, contents.height()));
            return size;
        }
        [[fallthrough]];
    case CT_LineEdit: size.setHeight(std::max(rhythm.input, contents.height() + rhythm.gap)); return size;
    case CT_ItemViewItem: size.rwidth() += 2 * kBoxMargin; [[fallthrough]];
    case CT_MenuItem: size.setHeight(std::max(rhythm.row, size.height())); return size;
    case CT_TabBarTab:
        size.rwidth() += boldExtra(option);
        size.setHeight(std::max(rhythm.input, size.height()));
        return size;
    case CT_HeaderSection:
        size.rwidth() += 2 * (rhythm.gap - rhythm.gapSmall);
        size.setHeight(std::max(rhythm.row, size.height()));
        return size;
    default: return size;
    }
}

/// What the title of a tab gets wider by when it is the current one.
int SimiaoStyle::boldExtra(const QStyleOption *option) const
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (!tab)
        return 0;
    const auto widthIn = [tab](const QFont &font) { return QFontMetrics(font).horizontalAdvance(tab->text); };
    return std::max(0, widthIn(fontOf(Type::Strong)) - widthIn(fontOf(Type::Base)));
}

QRect SimiaoStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const auto rect = QProxyStyle::subElementRect(element, option, widget);
    if (isItemPart(element, option)) { // clear of the bar of the current row and of the edge
        const bool isText = element == SE_ItemViewItemText || element == SE_ItemViewItemFocusRect;
        const auto moved =
            rect.translated(option->direction == Qt::RightToLeft ? -kBoxMargin : kBoxMargin, 0);
        return isText ? moved.intersected(option->rect.adjusted(kBoxMargin, 0, -kBoxMargin, 0)) : moved;
    }
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    const bool isField = element == SE_LineEditContents && frame && frame->lineWidth > 0;
    return isField ? rect.adjusted(kFieldMargin, 0, -kFieldMargin, 0) : rect;
}

QRect SimiaoStyle::subControlRect(ComplexControl control,
                                  const QStyleOptionComplex *option,
                                  SubControl part,
                                  const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar) {
        const auto rect = QProxyStyle::subControlRect(control, option, part, widget);
        const bool isText = (control == CC_ComboBox && part == SC_ComboBoxEditField)
            || (control == CC_SpinBox && part == SC_SpinBoxEditField);
        if (!isText)
            return rect;
        const bool isMirrored = option->direction == Qt::RightToLeft;
        return rect.adjusted(isMirrored ? 0 : kBoxMargin, 0, isMirrored ? -kBoxMargin : 0, 0);
    }
    const auto thumb = thumbOf(*bar, m_tokens.rhythm.row);
    const int length = lengthOf(*bar);
    switch (part) { // no arrow buttons: the groove is the whole bar
    case SC_ScrollBarSlider: return segmentOf(*bar, thumb.start, thumb.extent);
    case SC_ScrollBarSubPage: return segmentOf(*bar, 0, thumb.start);
    case SC_ScrollBarAddPage:
        return segmentOf(*bar, thumb.start + thumb.extent, length - thumb.start - thumb.extent);
    case SC_ScrollBarGroove: return bar->rect;
    default: return {};
    }
}

} // namespace simiao::ui
