#include "workflow/exchange/read_prices.h"

#include "core/try.h"
#include "workflow/exchange/row_keys.h"

namespace simiao::workflow {

using namespace Qt::StringLiterals;
using medications::Medication;

namespace {

Result<Medication> readPrice(const CsvRecord &record,
                             const std::map<QString, const Medication *> &known,
                             SeenKeys &seen)
{
    TRY(const auto code, record.required(u"code"_s));
    const auto *before = at(known, code);
    if (!before)
        return record.wrong(u"unknown"_s, u"code"_s);
    TRY_VOID(seen.add(code, record));
    Medication drug = *before;
    TRY(drug.packPrice, record.price(u"pack_price"_s));
    return drug;
}

} // namespace

QStringList priceColumns()
{
    return {u"code"_s, u"pack_price"_s};
}

Reading<Medication> readPrices(const CsvTable &table,
                               const std::vector<Medication> &known,
                               const ImportWatch &watch)
{
    const auto byCode = byKey(known, &Medication::code);
    SeenKeys seen;
    return readRows<Medication>(
        table, [&](const CsvRecord &record) { return readPrice(record, byCode, seen); }, watch);
}

} // namespace simiao::workflow
