#include "domain/administration/masked_number.h"

namespace simiao::administration {

namespace {

constexpr int kHead = 3;
constexpr int kTail = 4;
constexpr int kShortTail = 2;

/// `head` and `tail` characters stay; at least as many as they are must be hidden, else nothing of it is shown.
QString masked(const QString &text, int head, int tail)
{
    const auto hidden = text.size() - head - tail;
    if (hidden < tail)
        return QString(text.size(), QLatin1Char('*'));
    return text.left(head) + QString(hidden, QLatin1Char('*')) + text.right(tail);
}

} // namespace

QString maskedIdentifier(const QString &number)
{
    return masked(number.trimmed(), kHead, kTail);
}

QString maskedPhone(const QString &number)
{
    const QString text = number.trimmed();
    const bool isLong = text.size() >= kHead + 2 * kTail;
    return isLong ? masked(text, kHead, kTail) : masked(text, 0, kShortTail);
}

} // namespace simiao::administration
