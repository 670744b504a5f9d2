#pragma once

#include <QMap>
#include <QStringList>

#include <optional>

namespace simiao::viewer {

/// Which screen somebody put a viewport on last, for each set of screens: what was chosen at one desk says nothing about another.
/// Kept as one text.
class ScreenMemory
{
public:
    /// What cannot be read does not count.
    static ScreenMemory fromText(const QString &text);
    QString toText() const;

    /// Name of the screen. \param set  names of all screens, in any order
    std::optional<QString> of(QStringList set) const;
    /// The oldest set gives way where there are more than a person has desks.
    /// \returns false where it is so already
    bool remember(QStringList set, const QString &screen);

private:
    struct Choice
    {
        QString set; ///< digest of the names
        QString screen;
    };

    QList<Choice> m_choices; ///< the newest last
};

} // namespace simiao::viewer
