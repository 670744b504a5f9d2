#include "core/line_diff.h"

#include <algorithm>

namespace simiao {

namespace {

using Kind = DiffLine::Kind;

/// Cells of the table of common subsequences: 16 MB, some milliseconds.
constexpr std::size_t kMostCells = 4'000'000;

/// A text that ends with a line break has no empty line after it.
QStringList linesOf(const QString &text)
{
    auto lines = text.split(QLatin1Char('\n'));
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

/// Length of the longest common subsequence of what follows each pair of places.
class CommonLengths
{
public:
    CommonLengths(const QStringList &before, const QStringList &after)
        : m_width(std::size_t(after.size()) + 1)
        , m_lengths((std::size_t(before.size()) + 1) * m_width)
    {
        for (auto i = before.size() - 1; i >= 0; --i) {
            for (auto j = after.size() - 1; j >= 0; --j)
                cell(i, j) =
                    before.at(i) == after.at(j) ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
        }
    }

    int at(qsizetype i, qsizetype j) const { return m_lengths[std::size_t(i) * m_width + std::size_t(j)]; }

private:
    int &cell(qsizetype i, qsizetype j) { return m_lengths[std::size_t(i) * m_width + std::size_t(j)]; }

    std::size_t m_width;
    std::vector<int> m_lengths;
};

/// Writes the lines down in order and counts them.
class Script
{
public:
    void same(const QString &text) { m_lines.push_back({Kind::Same, text, ++m_before, ++m_after, 1}); }
    void removed(const QString &text) { m_lines.push_back({Kind::Removed, text, ++m_before, 0, 1}); }
    void added(const QString &text) { m_lines.push_back({Kind::Added, text, 0, ++m_after, 1}); }

    void replaced(const QStringList &before, const QStringList &after)
    {
        for (const auto &line : before)
            removed(line);
        for (const auto &line : after)
            added(line);
    }

    std::vector<DiffLine> lines() && { return std::move(m_lines); }

private:
    std::vector<DiffLine> m_lines;
    int m_before = 0;
    int m_after = 0;
};

/// What is between the common beginning and the common end.
void writeMiddle(Script &script, const QStringList &before, const QStringList &after)
{
    if (std::size_t(before.size() + 1) * std::size_t(after.size() + 1) > kMostCells)
        return script.replaced(before, after);
    const CommonLengths common(before, after);
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < before.size() && j < after.size()) {
        if (before.at(i) == after.at(j)) {
            script.same(before.at(i++));
            ++j;
        } else if (common.at(i + 1, j) >= common.at(i, j + 1)) {
            script.removed(before.at(i++));
        } else {
            script.added(after.at(j++));
        }
    }
    script.replaced(before.sliced(i), after.sliced(j));
}

} // namespace

std::vector<DiffLine> lineDiff(const QString &before, const QString &after)
{
    const auto left = linesOf(before);
    const auto right = linesOf(after);
    const auto shorter = std::min(left.size(), right.size());
    qsizetype head = 0;
    while (head < shorter && left.at(head) == right.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && left.at(left.size() - 1 - tail) == right.at(right.size() - 1 - tail))
        ++tail;
    Script script;
    for (const auto &line : left.first(head))
        script.same(line);
    writeMiddle(script, left.sliced(head, left.size() - head - tail),
                right.sliced(head, right.size() - head - tail));
    for (const auto &line : left.last(tail))
        script.same(line);
    return std::move(script).lines();
}

DiffCount countOf(const std::vector<DiffLine> &lines)
{
    const auto count = [&lines](Kind kind) { return int(std::ranges::count(lines, kind, &DiffLine::kind)); };
    return {count(Kind::Removed), count(Kind::Added)};
}

std::vector<DiffLine> withoutUnchanged(const std::vector<DiffLine> &lines, int context)
{
    const int count = int(lines.size());
    std::vector<bool> isShown(lines.size());
    for (int at = 0; at < count; ++at) {
        if (lines[std::size_t(at)].kind == Kind::Same)
            continue;
        for (int near = std::max(0, at - context); near <= std::min(count - 1, at + context); ++near)
            isShown[std::size_t(near)] = true;
    }
    std::vector<DiffLine> shown;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (isShown[at])
            shown.push_back(lines[at]);
        else if (!shown.empty() && shown.back().kind == Kind::Skipped)
            ++shown.back().count;
        else
            shown.push_back({Kind::Skipped, {}, lines[at].before, lines[at].after, 1});
    }
    return shown;
}

} // namespace simiao
