#pragma once

#include <QString>

namespace simiao {

/// A text of reference data in the languages it was written in.
struct LocalText
{
    QString en;
    QString zh;

    bool operator==(const LocalText &) const = default;
    /// `language` is an ICU or Qt locale name; everything but Chinese reads English.
    const QString &in(const QString &language) const
    {
        return language.startsWith(QLatin1String("zh")) || en.isEmpty() ? zh : en;
    }
};

} // namespace simiao
