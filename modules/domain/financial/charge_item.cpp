#include "domain/financial/charge_item.h"

#include <numeric>

namespace simiao::financial {

namespace {

constexpr Money kLargestTender{10'000'000};

} // namespace

Money totalOf(const std::vector<ChargeItem> &items)
{
    return std::accumulate(items.begin(), items.end(), Money{},
                           [](Money sum, const ChargeItem &item) { return sum + item.amount; });
}

Result<Money> changeFor(Money total, Money tendered)
{
    if (tendered < total)
        return Error{ErrorKind::Invalid, QStringLiteral("payment.too-little"), (total - tendered).toYuan()};
    if (tendered > kLargestTender)
        return Error{ErrorKind::Invalid, QStringLiteral("payment.too-much"), tendered.toYuan()};
    return tendered - total;
}

} // namespace simiao::financial
