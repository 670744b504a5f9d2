#pragma once

#include "core/result.h"

#include <QKeyCombination>
#include <QList>
#include <QString>

#include <variant>

namespace simiao::tour {

/// A key with the text it types.
struct KeyStroke
{
    QKeyCombination key;
    QString text;

    bool operator==(const KeyStroke &) const = default;
};

/// Text that an input method hands over.
struct Commit
{
    QString text;

    bool operator==(const Commit &) const = default;
};

/// One thing a typist does.
using Stroke = std::variant<KeyStroke, Commit>;

/// How a text is typed: ASCII key by key, each run of anything else through the input method.
QList<Stroke> strokesFor(const QString &text);

/// Gives the stroke to whatever has the focus, by the way the platform's own take, and handles it.
/// \returns `tour.focus` (Conflict) when nothing has the focus or, for a commit, takes no text
Result<void> deliver(const Stroke &stroke);

} // namespace simiao::tour
