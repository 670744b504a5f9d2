#include "workflow/cashier/take_payment.h"

#include "workflow/earlier_result.h"

#include <algorithm>
#include <set>

namespace simiao::workflow {

namespace {

using financial::ChargeItem;
using medications::PrescriptionStatus;

bool isChosen(const ChargeItem &item, const Payment &payment)
{
    return std::ranges::find(payment.charges, item.id) != payment.charges.end();
}

/// A prescription is paid as a whole: only then are all its drugs reserved.
bool splitsPrescription(const std::vector<ChargeItem> &open,
                        const std::vector<ChargeItem> &chosen,
                        const Payment &payment)
{
    return std::ranges::any_of(open, [&](const ChargeItem &item) {
        return item.prescription && !isChosen(item, payment)
            && std::ranges::find(chosen, item.prescription, &ChargeItem::prescription) != chosen.end();
    });
}

Result<std::vector<ChargeItem>> chosenCharges(const std::vector<ChargeItem> &open, const Payment &payment)
{
    std::vector<ChargeItem> chosen;
    std::ranges::copy_if(open, std::back_inserter(chosen),
                         [&payment](const ChargeItem &item) { return isChosen(item, payment); });
    if (chosen.size() != payment.charges.size() || splitsPrescription(open, chosen, payment))
        return Error{ErrorKind::Conflict, QStringLiteral("payment.charges-changed")};
    if (chosen.empty())
        return Error{ErrorKind::Invalid, QStringLiteral("payment.nothing")};
    return chosen;
}

/// Only cash is given back.
Result<Money> changeOf(const Payment &payment, const std::vector<ChargeItem> &charges)
{
    TRY(const auto change, financial::changeFor(financial::totalOf(charges), payment.tendered));
    if (payment.method != financial::PaymentMethod::Cash && change != Money{})
        return Error{ErrorKind::Invalid, QStringLiteral("payment.too-much"), change.toYuan()};
    return change;
}

financial::Invoice invoiceOf(const Context &context,
                             const Payment &payment,
                             const std::vector<ChargeItem> &charges,
                             Money change)
{
    financial::Invoice invoice;
    invoice.id = context.newId<financial::Invoice>();
    invoice.patient = charges.front().patient;
    invoice.encounter = payment.encounter;
    for (const auto &item : charges)
        invoice.lines.push_back({item.id, item.quantity, item.amount});
    invoice.total = financial::totalOf(charges);
    invoice.method = payment.method;
    invoice.tendered = payment.tendered;
    invoice.change = change;
    invoice.cashier = context.session.account;
    invoice.date = context.clock->now();
    return invoice;
}

/// Free units, first expiring first: what is reserved already belongs to others.
std::vector<medications::Lot> freeLots(std::vector<medications::Lot> lots)
{
    for (auto &lot : lots)
        lot.onHand -= lot.reserved;
    return lots;
}

Task<Result<std::vector<medications::Pick>>> reservationsFor(Context context, std::vector<ChargeItem> charges)
{
    std::vector<medications::Pick> reservations;
    for (const auto &item : charges) {
        if (!item.request)
            continue;
        auto loading = load(context.store, *item.request);
        CO_TRY(const auto request, co_await loading);
        auto finding = find(context.store, query::lotsOfMedication, request.medication);
        CO_TRY(const auto lots, co_await finding);
        const auto left = medications::withoutPicks(freeLots(lots), reservations);
        CO_TRY(const auto picks, medications::pickLots(left, item.quantity, context.clock->today()));
        reservations.insert(reservations.end(), picks.begin(), picks.end());
    }
    co_return reservations;
}

Task<Result<std::vector<medications::Prescription>>> paidPrescriptions(Context context,
                                                                       std::vector<ChargeItem> charges)
{
    std::set<Id<medications::Prescription>> ids;
    for (const auto &item : charges) {
        if (item.prescription)
            ids.insert(*item.prescription);
    }
    std::vector<medications::Prescription> prescriptions;
    for (const auto &id : ids) {
        auto loading = load(context.store, id);
        CO_TRY(auto prescription, co_await loading);
        if (!medications::isAllowed(prescription.status, PrescriptionStatus::Paid))
            co_return Error{ErrorKind::Conflict, QStringLiteral("prescription.state"),
                            codeOf(prescription.status)};
        prescription.status = PrescriptionStatus::Paid;
        prescriptions.push_back(std::move(prescription));
    }
    co_return prescriptions;
}

} // namespace

Task<Result<financial::Invoice>> takePayment(Context context, Uuid command, Payment payment)
{
    const auto act = QStringLiteral("payment.take");
    auto authorising = authorise(context, act);
    CO_TRY_VOID(co_await authorising);
    auto repeating = earlierResult<financial::Invoice>(context, command);
    CO_TRY(const auto earlier, co_await repeating);
    if (earlier)
        co_return Result<financial::Invoice>(*earlier);
    auto finding = find(context.store, query::openCharges, payment.encounter);
    CO_TRY(const auto open, co_await finding);
    CO_TRY(const auto charges, chosenCharges(open, payment));
    CO_TRY(const auto change, changeOf(payment, charges));
    auto reserving = reservationsFor(context, charges);
    CO_TRY(const auto reservations, co_await reserving);
    auto marking = paidPrescriptions(context, charges);
    CO_TRY(const auto prescriptions, co_await marking);

    const auto invoice = invoiceOf(context, payment, charges, change);
    const QString day = context.clock->today().toIso().remove(QLatin1Char('-'));
    auto work = context.begin(command, act, invoice.patient, QStringLiteral("fen=%1").arg(invoice.total.fen));
    work.insert(invoice).numbered(&financial::Invoice::number,
                                  {QStringLiteral("invoice/") + day, QStringLiteral("R") + day, 5});
    for (const auto &reservation : reservations)
        work.apply(effect::reserveLot, reservation.lot, reservation.quantity);
    for (const auto &prescription : prescriptions)
        work.update(prescription);
    auto storing = context.store->commit(std::move(work));
    CO_TRY(const auto receipt, co_await storing);
    auto loading = load(context.store, Id<financial::Invoice>{receipt.changes.front().id});
    co_return co_await loading;
}

} // namespace simiao::workflow
