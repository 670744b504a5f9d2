#include "domain/administration/library.h"

#include <algorithm>

namespace simiao::administration {

namespace {

/// The run of digits, or of anything else, that begins at `from`.
QStringView runAt(const QString &text, qsizetype from)
{
    const bool isNumber = text.at(from).isDigit();
    qsizetype end = from;
    while (end < text.size() && text.at(end).isDigit() == isNumber)
        ++end;
    return QStringView(text).sliced(from, end - from);
}

QStringView withoutZeros(QStringView digits)
{
    while (digits.size() > 1 && digits.front() == u'0')
        digits = digits.sliced(1);
    return digits;
}

std::strong_ordering ordered(int difference)
{
    return difference <=> 0;
}

std::strong_ordering compareRuns(QStringView a, QStringView b)
{
    if (!a.front().isDigit() || !b.front().isDigit())
        return ordered(a.compare(b));
    const auto left = withoutZeros(a);
    const auto right = withoutZeros(b);
    const auto byLength = left.size() <=> right.size();
    return byLength != 0 ? byLength : ordered(left.compare(right));
}

} // namespace

std::strong_ordering compareReleases(const QString &a, const QString &b)
{
    qsizetype left = 0;
    qsizetype right = 0;
    while (left < a.size() && right < b.size()) {
        const auto ours = runAt(a, left);
        const auto theirs = runAt(b, right);
        if (const auto order = compareRuns(ours, theirs); order != 0)
            return order;
        left += ours.size();
        right += theirs.size();
    }
    return (a.size() - left) <=> (b.size() - right);
}

const Library *libraryInForce(const std::vector<Library> &libraries, const QString &name, Date day)
{
    const auto found = std::ranges::find_if(libraries, [&](const Library &library) {
        return library.name == name && library.status == PublicationStatus::Active && library.isValidOn(day);
    });
    return found == libraries.end() ? nullptr : &*found;
}

} // namespace simiao::administration
