#pragma once

#include "core/result.h"

#include <QColor>
#include <QStringList>

namespace simiao::ui {

/// Colours of a theme, all opaque.
struct ThemeColours
{
    QColor surface{0xF5F6F8}; ///< ground of windows
    QColor panel{0xFFFFFF};   ///< ground of lists, fields and panels
    QColor header{0xF8F9FB};  ///< ground of panel titles
    QColor line{0xD9DDE3};    ///< 1 px separators
    QColor outline{0xC3CAD3}; ///< edge of fields and buttons
    QColor text{0x1A1D21};
    QColor secondary{0x5A6472}; ///< labels, units, hints
    QColor disabled{0x88919E};
    QColor accent{0x1463B8};   ///< focus, links, the primary action
    QColor onAccent{0xFFFFFF}; ///< text on the accent
    QColor block{0xB3261E};
    QColor warn{0x8A5A00};
    QColor note{0x1463B8};
    QColor ok{0x1E6B3A};
    bool operator==(const ThemeColours &) const = default;
};

/// Families in the order of preference; the first that is installed is used, then the system's.
struct ThemeFonts
{
    QStringList text{QStringLiteral("Noto Sans CJK SC")};
    QStringList code{QStringLiteral("DejaVu Sans Mono")};
    bool operator==(const ThemeFonts &) const = default;
};

/// Type sizes, px at 100 %.
struct ThemeType
{
    int base = 13;
    int secondary = 12;
    int small = 11;
    int patientName = 20;
    int waitingRoom = 80;
    bool operator==(const ThemeType &) const = default;
};

/// Distances, px at 100 %, and the strength of tints.
struct ThemeRhythm
{
    int row = 26;
    int touchRow = 40;
    int input = 28;
    int button = 30;
    int header = 28;
    int gapSmall = 4;
    int gap = 8;
    int gapLarge = 12;
    int margin = 12;
    int radius = 4;
    int focusRing = 2;
    int patientBar = 4;
    int selectionBar = 3;
    int tintPercent = 10;
    int selectionPercent = 12;
    bool operator==(const ThemeRhythm &) const = default;
};

/// The look of every window as data. Default-constructed it is the light theme.
struct ThemeTokens
{
    QString id = QStringLiteral("light");
    QString source;
    bool dark = false;
    ThemeColours colours;
    ThemeFonts fonts;
    ThemeType type;
    ThemeRhythm rhythm;
    bool operator==(const ThemeTokens &) const = default;

    /// Reads a file of resources/themes. The detail of an error says where: "line:column" for what is
    /// no JSON (codes of core/json.h), a path such as "/colours/accent" for `theme.missing`,
    /// `theme.colour`, `theme.range`, `theme.font` and `theme.version`.
    static Result<ThemeTokens> parse(const QByteArray &json);

    /// The same look with rows, fields and buttons a third higher, for eyes and fingers that need it.
    ThemeTokens comfortable() const;
};

} // namespace simiao::ui
