#include "domain/medications/medication_dispense.h"

#include <algorithm>
#include <tuple>

namespace simiao::medications {

std::vector<Lot> withoutPicks(std::vector<Lot> lots, const std::vector<Pick> &picks)
{
    for (const auto &pick : picks) {
        const auto lot = std::ranges::find(lots, pick.lot, [](const Lot &candidate) { return candidate.id; });
        if (lot != lots.end())
            lot->onHand -= pick.quantity;
    }
    return lots;
}

Result<std::vector<Pick>> pickLots(std::vector<Lot> lots, qint64 quantity, Date today)
{
    std::erase_if(lots, [today](const Lot &lot) { return lot.expiry < today || lot.onHand <= 0; });
    std::ranges::sort(lots, {}, [](const Lot &lot) { return std::tie(lot.expiry, lot.lotNumber); });
    std::vector<Pick> picks;
    for (const auto &lot : lots) {
        if (quantity == 0)
            break;
        const qint64 taken = std::min(quantity, lot.onHand);
        picks.push_back({lot.id, taken});
        quantity -= taken;
    }
    if (quantity > 0)
        return Error{ErrorKind::Conflict, QStringLiteral("stock.insufficient"), QString::number(quantity)};
    return picks;
}

} // namespace simiao::medications
