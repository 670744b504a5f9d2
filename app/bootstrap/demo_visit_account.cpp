#include "bootstrap/demo_visit_account.h"

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using administration::Payer;
using financial::ChargeItem;
using financial::ChargeKind;
using financial::Invoice;
using financial::PaymentMethod;

namespace {

constexpr int kSecondsToPay = 4 * 60;
constexpr std::int64_t kTenYuan = 1000; ///< fen; the smallest note people reach for

ChargeItem chargeOf(const VisitScene &scene, ChargeKind kind, Dice &dice)
{
    ChargeItem item;
    item.id = dice.newId<ChargeItem>();
    item.patient = scene.patient().id;
    item.encounter = scene.encounter.id;
    item.kind = kind;
    return item;
}

ChargeItem feeOf(const VisitScene &scene, Dice &dice)
{
    const auto &department = scene.source.clinic.departments.at(scene.complaint().department);
    auto fee = chargeOf(scene, ChargeKind::Registration, dice);
    fee.description = u"挂号费 "_s + department.name;
    fee.unit = u"次"_s;
    fee.amount = department.registrationFee;
    return fee;
}

ChargeItem chargeFor(const OrderedPanel &panel, const VisitScene &scene, Dice &dice)
{
    auto item = chargeOf(scene, ChargeKind::Service, dice);
    item.description = panel.name;
    item.unit = u"项"_s;
    item.amount = panel.price;
    return item;
}

ChargeItem chargeFor(const medications::MedicationRequest &request, const VisitScene &scene, Dice &dice)
{
    auto item = chargeOf(scene, ChargeKind::Medication, dice);
    item.request = request.id;
    item.prescription = request.prescription;
    item.description = request.medicationName;
    item.quantity = request.quantity;
    item.unit = request.quantityUnit;
    item.amount = request.price;
    return item;
}

PaymentMethod inventMethod(Payer payer, Dice &dice)
{
    static const std::vector<Weighted<PaymentMethod>> own{{PaymentMethod::WeChat, 50},
                                                          {PaymentMethod::Alipay, 29},
                                                          {PaymentMethod::Cash, 14},
                                                          {PaymentMethod::Card, 7}};
    return payer != Payer::SelfPay && dice.happens(50) ? PaymentMethod::Insurance : dice.oneOf(own);
}

Invoice invoiceOf(const VisitScene &scene, const std::vector<ChargeItem> &charges, Dice &dice)
{
    Invoice invoice;
    invoice.id = dice.newId<Invoice>();
    invoice.number = u"R"_s + scene.dayNumber(5);
    invoice.patient = scene.patient().id;
    invoice.encounter = scene.encounter.id;
    for (const auto &item : charges)
        invoice.lines.push_back({item.id, item.quantity, item.amount});
    invoice.total = financial::totalOf(charges);
    invoice.method = inventMethod(scene.patient().payer, dice);
    invoice.tendered = invoice.total;
    if (invoice.method == PaymentMethod::Cash)
        invoice.tendered.fen = (invoice.total.fen + kTenYuan - 1) / kTenYuan * kTenYuan;
    invoice.change = invoice.tendered - invoice.total;
    invoice.cashier = scene.source.cashier;
    invoice.date = scene.signedAt().plusSeconds(kSecondsToPay);
    return invoice;
}

} // namespace

void settle(DemoVisit &visit, const VisitScene &scene, const std::vector<OrderedPanel> &panels, Dice &dice)
{
    visit.charges.push_back(feeOf(scene, dice));
    for (const auto &panel : panels)
        visit.charges.push_back(chargeFor(panel, scene, dice));
    for (const auto &request : visit.requests)
        visit.charges.push_back(chargeFor(request, scene, dice));
    visit.invoice = invoiceOf(scene, visit.charges, dice);
}

} // namespace simiao::bootstrap
