#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace simiao {

/// One line of a comparison of two texts.
struct DiffLine
{
    enum class Kind {
        Same,
        Removed, ///< only in the text before
        Added,   ///< only in the text after
        Skipped, ///< stands for `count` equal lines that are not shown
    };

    Kind kind = Kind::Same;
    QString text;
    int before = 0; ///< number of the line in the text before, from 1; 0 where it is not in it
    int after = 0;  ///< the same of the text after
    int count = 1;  ///< lines it stands for

    bool operator==(const DiffLine &) const = default;
};

/// What turns one text into the other, with as few removed and added lines as possible (longest common subsequence). Where
/// two long texts share hardly anything the changed middle comes as removed and added as a whole: right, but not the
/// shortest.
std::vector<DiffLine> lineDiff(const QString &before, const QString &after);

/// Lines removed or added.
struct DiffCount
{
    int removed = 0;
    int added = 0;

    bool operator==(const DiffCount &) const = default;
};

DiffCount countOf(const std::vector<DiffLine> &lines);

/// The changed lines with `context` equal lines around them; what lies between becomes one Skipped line.
std::vector<DiffLine> withoutUnchanged(const std::vector<DiffLine> &lines, int context = 3);

} // namespace simiao
