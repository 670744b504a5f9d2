#include "workflow/exchange/read_stock.h"

#include "core/try.h"
#include "workflow/exchange/row_keys.h"

namespace simiao::workflow {

using namespace Qt::StringLiterals;
using medications::Lot;
using medications::Medication;

namespace {

class StockReader
{
public:
    explicit StockReader(const KnownStock &known)
        : m_drugs(byKey(known.drugs, &Medication::code))
        , m_today(known.today)
    {
        for (const auto &lot : known.lots)
            m_lots.insert({{lot.medication, lot.lotNumber}, &lot});
    }

    Result<Lot> read(const CsvRecord &record)
    {
        TRY(const auto wished, lotOf(record));
        TRY_VOID(m_seen.add(record.text(u"code"_s) + u' ' + wished.lotNumber, record));
        const auto stored = m_lots.find({wished.medication, wished.lotNumber});
        return stored == m_lots.end() ? Result(wished) : asOnRecord(*stored->second, wished);
    }

private:
    Result<Lot> lotOf(const CsvRecord &record) const
    {
        Lot lot;
        TRY(const auto code, record.required(u"code"_s));
        const auto *drug = at(m_drugs, code);
        if (!drug)
            return record.wrong(u"unknown"_s, u"code"_s);
        lot.medication = drug->id;
        TRY(lot.lotNumber, record.required(u"lot"_s));
        TRY(lot.expiry, record.date(u"expiry"_s));
        if (lot.expiry < m_today)
            return record.wrong(u"expired"_s, u"expiry"_s);
        TRY(lot.onHand, record.number(u"quantity"_s, 1, kMostUnits));
        if (const auto location = record.text(u"location"_s); !location.isEmpty())
            lot.location = location;
        return lot;
    }

    static Result<Lot> asOnRecord(Lot stored, const Lot &wished)
    {
        if (stored.onHand != wished.onHand)
            return Error{ErrorKind::Invalid, u"import.lot-exists"_s, QString::number(stored.onHand)};
        if (stored.expiry != wished.expiry)
            return Error{ErrorKind::Invalid, u"import.lot-expiry"_s, stored.expiry.toIso()};
        stored.location = wished.location;
        return stored;
    }

    std::map<QString, const Medication *> m_drugs;
    std::map<std::pair<Id<Medication>, QString>, const Lot *> m_lots;
    Date m_today;
    SeenKeys m_seen;
};

} // namespace

QStringList stockColumns()
{
    return {u"code"_s, u"lot"_s, u"expiry"_s, u"quantity"_s, u"location"_s};
}

Reading<Lot> readStock(const CsvTable &table, const KnownStock &known, const ImportWatch &watch)
{
    StockReader reader(known);
    return readRows<Lot>(table, [&](const CsvRecord &record) { return reader.read(record); }, watch);
}

} // namespace simiao::workflow
