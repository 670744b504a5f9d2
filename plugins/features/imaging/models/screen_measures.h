#pragma once

#include <QMap>
#include <QString>

#include <optional>

namespace simiao::viewer {

/// How many pixels are a millimetre on which screen, as somebody measured it. Kept as one text.
class ScreenMeasures
{
public:
    /// What cannot be read, or is no screen's, does not count.
    static ScreenMeasures fromText(const QString &text);
    QString toText() const;

    /// \param screen  its name and how many pixels it has: another resolution is not measured
    std::optional<double> of(const QString &screen) const;
    /// \param pixelsPerMm  nothing: it is not measured any more. \returns false where it is so already, or is no screen's
    bool remember(const QString &screen, std::optional<double> pixelsPerMm);

private:
    QMap<QString, double> m_measures;
};

} // namespace simiao::viewer
