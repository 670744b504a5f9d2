#include "workflow/two_versions.h"

#include <algorithm>

namespace simiao::workflow {

namespace {

/// More than this many comparisons would be felt.
constexpr qsizetype kMostCells = 4'000'000;

using Tokens = std::vector<QStringView>;

bool isOfWord(QChar character)
{
    // Chinese is written without gaps: each of its characters is a token.
    return character.isLetterOrNumber() && character.script() != QChar::Script_Han
        && !character.isSurrogate();
}

qsizetype tokenLength(QStringView text)
{
    if (text.size() > 1 && text[0].isHighSurrogate() && text[1].isLowSurrogate())
        return 2;
    qsizetype length = 0;
    while (length < text.size() && isOfWord(text[length]))
        ++length;
    return std::max<qsizetype>(length, 1);
}

Tokens tokensOf(QStringView text)
{
    Tokens tokens;
    while (!text.isEmpty()) {
        const auto length = tokenLength(text);
        tokens.push_back(text.first(length));
        text = text.sliced(length);
    }
    return tokens;
}

/// Lengths of the longest common rests, by the places where they begin.
class CommonRests
{
public:
    CommonRests(const Tokens &one, const Tokens &other)
        : m_width(other.size() + 1)
        , m_lengths((one.size() + 1) * m_width)
    {
        for (auto i = one.size(); i-- > 0;) {
            for (auto j = other.size(); j-- > 0;)
                m_lengths[i * m_width + j] =
                    one[i] == other[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    int at(std::size_t i, std::size_t j) const { return m_lengths[i * m_width + j]; }

private:
    std::size_t m_width;
    std::vector<int> m_lengths;
};

void add(std::vector<TextSpan> &spans, const QString &text, QStringView token)
{
    const auto from = token.data() - text.constData();
    if (!spans.empty() && spans.back().from + spans.back().length == from)
        spans.back().length += token.size();
    else
        spans.push_back({from, token.size()});
}

/// Leaves what stands between the same beginning and the same end.
void dropCommonEnds(Tokens &one, Tokens &other)
{
    const auto begin = std::ranges::mismatch(one, other);
    one.erase(one.begin(), begin.in1);
    other.erase(other.begin(), begin.in2);
    while (!one.empty() && !other.empty() && one.back() == other.back()) {
        one.pop_back();
        other.pop_back();
    }
}

} // namespace

Differences differences(const QString &one, const QString &other)
{
    auto left = tokensOf(one);
    auto right = tokensOf(other);
    dropCommonEnds(left, right);
    Differences found;
    std::size_t i = 0;
    std::size_t j = 0;
    if (qsizetype(left.size()) * qsizetype(right.size()) <= kMostCells) {
        const CommonRests rests(left, right);
        while (i < left.size() && j < right.size()) {
            if (left[i] == right[j]) {
                ++i;
                ++j;
            } else if (rests.at(i + 1, j) >= rests.at(i, j + 1)) {
                add(found.inOne, one, left[i++]);
            } else {
                add(found.inOther, other, right[j++]);
            }
        }
    }
    for (; i < left.size(); ++i)
        add(found.inOne, one, left[i]);
    for (; j < right.size(); ++j)
        add(found.inOther, other, right[j]);
    return found;
}

} // namespace simiao::workflow
