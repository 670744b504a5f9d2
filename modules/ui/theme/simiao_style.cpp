#include "ui/theme/simiao_style.h"

#include "ui/theme/paint.h"
#include "ui/theme/palette.h"

#include <QAbstractButton>
#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitterHandle>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QTableView>
#include <QTextEdit>
#include <QTreeView>

namespace simiao::ui {

namespace {

bool isTextEditor(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

bool wantsHover(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QTabBar *>(widget)
        || qobject_cast<const QScrollBar *>(widget) || qobject_cast<const QSplitterHandle *>(widget)
        || isTextEditor(widget);
}

/// One bar a row, where rows are chosen; a chosen cell has its own.
bool isFirstOfTable(const QTableView &table, const QStyleOptionViewItem *item)
{
    return !item || table.selectionBehavior() != QAbstractItemView::SelectRows
        || table.horizontalHeader()->visualIndex(item->index.column()) == 0;
}

bool isFirstCell(const QStyleOption &option, const QWidget *widget)
{
    if (qobject_cast<const QTreeView *>(widget)) // the bar stands left of the branches
        return option.rect.left() <= 0;
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(&option);
    if (const auto *table = qobject_cast<const QTableView *>(widget))
        return isFirstOfTable(*table, item);
    return item
        && (item->viewItemPosition == QStyleOptionViewItem::Beginning
            || item->viewItemPosition == QStyleOptionViewItem::OnlyOne
            || item->viewItemPosition == QStyleOptionViewItem::Invalid);
}

const SimiaoStyle *styleOf(const QWidget *widget)
{
    const QStyle *style = widget ? widget->style() : QApplication::style();
    return qobject_cast<const SimiaoStyle *>(style);
}

} // namespace

SimiaoStyle::SimiaoStyle(const ThemeTokens &tokens)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    , m_tokens(tokens)
{
    for (const Type type : kTypes)
        m_fonts.at(static_cast<std::size_t>(type)) = themeFont(type, m_tokens);
}

const ThemeTokens &SimiaoStyle::tokens(const QWidget *widget)
{
    static const ThemeTokens light;
    const auto *style = styleOf(widget);
    return style ? style->m_tokens : light;
}

QFont SimiaoStyle::font(Type type, const QWidget *widget)
{
    const auto *style = styleOf(widget);
    return style ? style->fontOf(type) : themeFont(type, tokens(widget));
}

void SimiaoStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (wantsHover(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void SimiaoStyle::unpolish(QWidget *widget)
{
    if (wantsHover(widget))
        widget->setAttribute(Qt::WA_Hover, false);
    QProxyStyle::unpolish(widget);
}

QPalette SimiaoStyle::standardPalette() const
{
    return palette(m_tokens);
}

void SimiaoStyle::drawPrimitive(PrimitiveElement element,
                                const QStyleOption *option,
                                QPainter *painter,
                                const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand: return paint::button(*painter, *option, m_tokens);
    case PE_PanelButtonTool: return paint::toolButton(*painter, *option, m_tokens);
    case PE_FrameDefaultButton:
    case PE_FrameButtonBevel:
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem: return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            paint::field(*painter, *option, m_tokens);
        return;
    }
    case PE_Frame: return paint::frame(*painter, *option, m_tokens, isTextEditor(widget));
    case PE_FrameFocusRect:
        if (qobject_cast<const QPushButton *>(widget) || option->state.testFlag(State_Selected))
            return; // they show it themselves
        return paint::focusRing(*painter, *option, m_tokens);
    case PE_PanelItemViewRow:
        if (qobject_cast<const QTreeView *>(widget)) // the ground of its branches; cells draw their own
            paint::row(*painter, *option, m_tokens, isFirstCell(*option, widget));
        return;
    case PE_FrameGroupBox:
        return paint::box(*painter, option->rect, {}, m_tokens.colours.line, m_tokens.rhythm.radius);
    case PE_PanelItemViewItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        if (item && item->backgroundBrush.style() != Qt::NoBrush)
            painter->fillRect(option->rect, item->backgroundBrush);
        return paint::row(*painter, *option, m_tokens, isFirstCell(*option, widget));
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: return paint::checkMark(*painter, *option, m_tokens, false);
    case PE_IndicatorRadioButton: return paint::checkMark(*painter, *option, m_tokens, true);
    case PE_PanelTipLabel:
    case PE_FrameMenu:
        return paint::box(*painter, option->rect, m_tokens.colours.panel, m_tokens.colours.outline, 0);
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void SimiaoStyle::drawControl(ControlElement element,
                              const QStyleOption *option,
                              QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel: return drawButtonLabel(option, painter, widget);
    case CE_TabBarTabShape: return paint::tab(*painter, *option, m_tokens);
    case CE_TabBarTabLabel: return drawTabLabel(option, painter, widget);
    case CE_Splitter: return paint::splitterLine(*painter, *option, m_tokens);
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: return paint::headerSection(*painter, *option, m_tokens);
    case CE_HeaderLabel: return drawHeaderLabel(option, painter, widget);
    case CE_ProgressBar: return paint::progress(*painter, *option, m_tokens);
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void SimiaoStyle::drawButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (!button)
        return;
    QStyleOptionButton label(*button);
    if (button->features.testFlag(QStyleOptionButton::DefaultButton)) {
        for (const auto group : {QPalette::Active, QPalette::Inactive})
            label.palette.setColor(group, QPalette::ButtonText, m_tokens.colours.onAccent);
    }
    QProxyStyle::drawControl(CE_PushButtonLabel, &label, painter, widget);
}

void SimiaoStyle::drawTabLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (!tab)
        return;
    const bool isCurrent = tab->state.testFlag(State_Selected);
    QStyleOptionTab label(*tab);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) // depends on the ground
        label.palette.setColor(role, isCurrent ? m_tokens.colours.accent : m_tokens.colours.secondary);
    painter->save();
    painter->setFont(fontOf(isCurrent ? Type::Strong : Type::Base));
    QProxyStyle::drawControl(CE_TabBarTabLabel, &label, painter, widget);
    painter->restore();
}

void SimiaoStyle::drawHeaderLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (!header)
        return;
    QStyleOptionHeader label(*header);
    const int inset = m_tokens.rhythm.gap - m_tokens.rhythm.gapSmall;
    label.rect.adjust(inset, 0, -inset, 0); // above the text of the cells
    label.state.setFlag(State_On, false);   // Fusion's bold for the current column makes titles jump
    label.palette.setColor(QPalette::ButtonText, m_tokens.colours.secondary);
    QProxyStyle::drawControl(CE_HeaderLabel, &label, painter, widget);
}

void SimiaoStyle::drawComplexControl(ComplexControl control,
                                     const QStyleOptionComplex *option,
                                     QPainter *painter,
                                     const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar: return drawScrollBar(option, painter, widget);
    case CC_ComboBox:
        paint::field(*painter, *option, m_tokens);
        return drawArrow(PE_IndicatorArrowDown, SC_ComboBoxArrow, control, option, painter, widget);
    case CC_SpinBox:
        paint::field(*painter, *option, m_tokens);
        drawArrow(PE_IndicatorArrowUp, SC_SpinBoxUp, control, option, painter, widget);
        return drawArrow(PE_IndicatorArrowDown, SC_SpinBoxDown, control, option, painter, widget);
    default: QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

void SimiaoStyle::drawScrollBar(const QStyleOptionComplex *option,
                                QPainter *painter,
                                const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || bar->maximum <= bar->minimum)
        return;
    const auto thumb = proxy()->subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const bool isActive = bar->state.testFlag(State_MouseOver) || bar->state.testFlag(State_Sunken);
    paint::scrollSlider(*painter, thumb, m_tokens, isActive);
}

void SimiaoStyle::drawArrow(PrimitiveElement element,
                            SubControl part,
                            ComplexControl control,
                            const QStyleOptionComplex *option,
                            QPainter *painter,
                            const QWidget *widget) const
{
    if (!option->subControls.testFlag(part) && control == CC_ComboBox)
        return;
    QStyleOption arrow;
    arrow.palette = option->palette;
    arrow.state = option->state;
    arrow.rect = proxy()->subControlRect(control, option, part, widget);
    QProxyStyle::drawPrimitive(element, &arrow, painter, widget);
}

} // namespace simiao::ui
