#pragma once

#include "domain/base/local_text.h"

#include <vector>

namespace simiao::workflow {

/// What becomes of a field that two people wrote. Open: nobody has said yet.
enum class Taken { Open, Theirs, Mine, Both };

/// One field as two people wrote it: the stored one ("theirs") and one that was not stored yet ("mine"). Texts are shown and
/// compared as they are.
struct TwoVersions
{
    QString field; ///< as the journal names it
    LocalText label;
    QString mine;
    QString theirs;
    /// Both are lists, one entry a line, and what is stored stays: mine can be added, never put in its place.
    bool isAddition = false;

    /// Whether somebody has to look at it. White space at the ends makes no difference, nor does an addition of nothing.
    bool isDifferent() const;
    bool operator==(const TwoVersions &) const = default;
};

/// What goes without asking: the same text, or one that the other holds whole, is no choice. Open where both would lose
/// something. Pure.
Taken proposedFor(const TwoVersions &field);

/// What may be chosen, in the order of the screen. Pure.
std::vector<Taken> choicesFor(const TwoVersions &field);

/// The field as it is stored then; theirs while it is open. Both: theirs, and mine below it. Pure.
QString resultOf(const TwoVersions &field, Taken taken);

/// Whether something of mine is not in the result: it has to be kept elsewhere. Pure.
bool leavesOutMine(const TwoVersions &field, Taken taken);

/// A part of a text, in UTF-16 units.
struct TextSpan
{
    qsizetype from = 0;
    qsizetype length = 0;

    bool operator==(const TextSpan &) const = default;
};

/// What of each text the other does not have in that order, by words and, where words are not written apart, by characters; never a
/// part of a character. Of texts too long for that, all between what they begin and end with alike. Pure.
struct Differences
{
    std::vector<TextSpan> inOne;
    std::vector<TextSpan> inOther;
};
Differences differences(const QString &one, const QString &other);

} // namespace simiao::workflow
