#include "core/money.h"

#include "core/try.h"

namespace simiao {

Result<Money> Money::parseYuan(const QString &text)
{
    TRY(const auto yuan, Decimal::parse(text));
    if (yuan.normalized().scale() > 2)
        return Error{ErrorKind::Invalid, QStringLiteral("core.money-fraction")};
    TRY(const auto fen, multiply(yuan, Decimal(100)));
    return Money{fen.rounded(0).coefficient()};
}

Result<Money> lineTotal(Money unit, std::int64_t quantity, std::int64_t per)
{
    TRY(const auto product, multiply(Decimal(unit.fen), Decimal(quantity)));
    TRY(const auto total, divide(product, Decimal(per), 0));
    return Money{total.coefficient()};
}

} // namespace simiao
