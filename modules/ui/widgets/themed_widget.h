#pragma once

#include "ui/theme/simiao_style.h"

#include <QAccessible>
#include <QWidget>

namespace simiao::ui {

/// A widget that paints itself from the theme's tokens. It lays itself out again when theme, font or
/// language change, and has a role for screen readers; its accessible name is what it shows.
class ThemedWidget : public QWidget
{
    Q_OBJECT

public:
    explicit ThemedWidget(QAccessible::Role role, QWidget *parent = nullptr);

    QAccessible::Role role() const { return m_role; }

protected:
    const ThemeTokens &tokens() const { return SimiaoStyle::tokens(this); }
    QFont typeFont(Type type) const { return SimiaoStyle::font(type, this); }

    /// Text in the current language and sizes from the theme belong here.
    virtual void retheme() {}
    /// Shown content changed: sizes and pixels follow.
    void refresh();

    void changeEvent(QEvent *event) override;

private:
    QAccessible::Role m_role;
};

} // namespace simiao::ui
