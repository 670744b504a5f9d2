#pragma once

#include "domain/administration/encounter.h"
#include "domain/medications/prescription.h"

namespace simiao::financial {

/// What a charge is for.
enum class ChargeKind { Registration, Medication, Service };

/// Something to be paid, written once and never updated. FHIR ChargeItem.
struct ChargeItem : Record<ChargeItem>
{
    /// ChargeItem.subject.
    Id<administration::Patient> patient;
    /// ChargeItem.context.
    Id<administration::Encounter> encounter;
    /// ChargeItem.code: what kind of thing.
    ChargeKind kind = ChargeKind::Service;
    /// ChargeItem.service: the order line, for drugs.
    std::optional<Id<medications::MedicationRequest>> request;
    /// ChargeItem.partOf: the prescription of a drug line.
    std::optional<Id<medications::Prescription>> prescription;
    /// ChargeItem.code.text as printed.
    QString description;
    /// ChargeItem.quantity.
    qint64 quantity = 1;
    /// Unit of `quantity`.
    QString unit;
    /// ChargeItem.priceOverride: total of the line, fen, rounded half up per line.
    Money amount;

    bool operator==(const ChargeItem &) const = default;
};

/// How an invoice was settled.
enum class PaymentMethod { Cash, Card, WeChat, Alipay, Insurance };

/// One settled line. FHIR Invoice.lineItem.
struct InvoiceLine
{
    /// Invoice.lineItem.chargeItemReference.
    Id<ChargeItem> chargeItem;
    /// Invoice.lineItem.chargeItem.quantity.
    qint64 quantity = 0;
    /// Invoice.lineItem.priceComponent.amount, fen.
    Money amount;

    bool operator==(const InvoiceLine &) const = default;
};

/// A payment, written once and never updated; a refund is a further invoice that names line and quantity. FHIR Invoice.
struct Invoice : Record<Invoice>
{
    /// Invoice.identifier: receipt number, allocated at payment.
    QString number;
    /// Invoice.subject.
    Id<administration::Patient> patient;
    /// ChargeItem.context of its lines.
    Id<administration::Encounter> encounter;
    /// Invoice.lineItem.
    std::vector<InvoiceLine> lines;
    /// Invoice.totalNet, fen.
    Money total;
    /// Invoice.paymentTerms: how it was settled.
    PaymentMethod method = PaymentMethod::Cash;
    /// Cash handed over, fen.
    Money tendered;
    /// Cash given back, fen.
    Money change;
    /// Invoice.participant.actor: the cashier.
    Id<security::Account> cashier;
    /// Invoice.date. UTC.
    Instant date;

    bool operator==(const Invoice &) const = default;
};

/// Sum of the lines.
Money totalOf(const std::vector<ChargeItem> &items);

/// Change to give; `payment.too-little` when the tendered money does not cover the total, `payment.too-much` beyond
/// 100 000 yuan (a slip of the hand).
Result<Money> changeFor(Money total, Money tendered);

} // namespace simiao::financial

namespace simiao {

template <>
inline constexpr std::array kCodes<financial::ChargeKind>{"registration", "medication", "service"};
template <>
inline constexpr std::array kCodes<financial::PaymentMethod>{"cash", "card", "wechat", "alipay", "insurance"};

template <>
struct Describe<financial::ChargeItem>
{
    using C = financial::ChargeItem;
    static constexpr const char *name = "ChargeItem";
    static constexpr const char *table = "charge_item";
    static constexpr auto fields =
        recordWith<C>(field("patient", "ChargeItem.subject", &C::patient),
                      field("encounter", "ChargeItem.context", &C::encounter),
                      field("kind", "ChargeItem.code", &C::kind),
                      field("request", "ChargeItem.service", &C::request),
                      field("prescription", "ChargeItem.partOf", &C::prescription),
                      field("description", "ChargeItem.code.text", &C::description, Privacy::Clinical),
                      field("quantity", "ChargeItem.quantity.value", &C::quantity),
                      field("unit", "ChargeItem.quantity.unit", &C::unit),
                      field("amount", "ChargeItem.priceOverride", &C::amount));
};

template <>
struct Describe<financial::InvoiceLine>
{
    using L = financial::InvoiceLine;
    static constexpr auto fields =
        FieldTable{field("charge_item", "Invoice.lineItem.chargeItemReference", &L::chargeItem),
                   field("quantity", "Invoice.lineItem.extension[quantity]", &L::quantity),
                   field("amount", "Invoice.lineItem.priceComponent.amount", &L::amount)};
};

template <>
struct Describe<financial::Invoice>
{
    using I = financial::Invoice;
    static constexpr const char *name = "Invoice";
    static constexpr const char *table = "invoice";
    static constexpr auto fields =
        recordWith<I>(field("number", "Invoice.identifier.value", &I::number),
                      field("patient", "Invoice.subject", &I::patient),
                      field("encounter", "ChargeItem.context", &I::encounter),
                      field("lines", "Invoice.lineItem", &I::lines),
                      field("total", "Invoice.totalNet", &I::total),
                      field("method", "Invoice.paymentTerms", &I::method),
                      field("tendered", "Invoice.extension[tendered]", &I::tendered),
                      field("change", "Invoice.extension[change]", &I::change),
                      field("cashier", "Invoice.participant.actor", &I::cashier),
                      field("date", "Invoice.date", &I::date));
};

} // namespace simiao
