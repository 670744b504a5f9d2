#include "ui/theme/patient_colour.h"

#include "ui/theme/colours.h"

namespace simiao::ui {

namespace {

/// FNV-1a over the UTF-16 units. qHash is seeded per process and would differ from desk to desk.
quint32 stableHash(QStringView text)
{
    quint32 hash = 2166136261U;
    for (const QChar unit : text)
        hash = (hash ^ unit.unicode()) * 16777619U;
    return hash;
}

int patientHue(QStringView mrn)
{
    constexpr quint32 kSteps = 18;
    constexpr int kFirst = 95; // after the ambers and olives
    constexpr int kStep = 13;  // the last is 316, before the reds
    return kFirst + kStep * static_cast<int>((stableHash(mrn) >> 8) % kSteps);
}

bool isLegible(const QColor &colour, const ThemeColours &colours)
{
    return contrast(colour, colours.panel) >= kTextContrast
        && contrast(colour, colours.surface) >= kTextContrast
        && contrast(colour, colours.header) >= kTextContrast;
}

} // namespace

QColor patientColour(QStringView mrn, const ThemeColours &colours)
{
    constexpr int kSaturation = 150;
    const int hue = patientHue(mrn);
    const int step = contrast(colours.panel, Qt::black) > contrast(colours.panel, Qt::white) ? -4 : 4;
    int lightness = 120;
    auto colour = QColor::fromHsl(hue, kSaturation, lightness);
    while (!isLegible(colour, colours) && lightness > 8 && lightness < 248) {
        lightness += step;
        colour = QColor::fromHsl(hue, kSaturation, lightness);
    }
    return colour;
}

} // namespace simiao::ui
