#pragma once

#include "ui/theme/theme_tokens.h"
#include "ui/theme/type.h"

#include <QProxyStyle>

#include <array>

namespace simiao::ui {

/// The one style of the program: Fusion's behaviour, the theme's look. It draws what people see most
/// (buttons, fields, rows, tabs, scroll bars) and leaves the rest to Fusion and the palette.
///
/// - A QPushButton that is `isDefault()` is the primary action and is filled with the accent.
/// - A text editor whose frame is `QFrame::Plain` shows its edge only under the pointer or with focus.
/// - The current row has a bar at its left, so selection does not depend on colour alone.
class SimiaoStyle : public QProxyStyle
{
    Q_OBJECT

public:
    explicit SimiaoStyle(const ThemeTokens &tokens);

    /// The theme `widget` is shown in; the light theme where another style is set.
    static const ThemeTokens &tokens(const QWidget *widget);
    static QFont font(Type type, const QWidget *widget);

    const ThemeTokens &theme() const { return m_tokens; }

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    QPalette standardPalette() const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint,
                  const QStyleOption *option,
                  const QWidget *widget,
                  QStyleHintReturn *returned) const override;
    QSize sizeFromContents(ContentsType type,
                           const QStyleOption *option,
                           const QSize &contents,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element,
                         const QStyleOption *option,
                         const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control,
                         const QStyleOptionComplex *option,
                         SubControl part,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element,
                       const QStyleOption *option,
                       QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element,
                     const QStyleOption *option,
                     QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control,
                            const QStyleOptionComplex *option,
                            QPainter *painter,
                            const QWidget *widget) const override;

private:
    int boldExtra(const QStyleOption *option) const;
    void drawButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawTabLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawHeaderLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawArrow(PrimitiveElement element,
                   SubControl part,
                   ComplexControl control,
                   const QStyleOptionComplex *option,
                   QPainter *painter,
                   const QWidget *widget) const;
    const QFont &fontOf(Type type) const { return m_fonts.at(static_cast<std::size_t>(type)); }

    ThemeTokens m_tokens;
    std::array<QFont, kTypes.size()> m_fonts;
};

} // namespace simiao::ui
