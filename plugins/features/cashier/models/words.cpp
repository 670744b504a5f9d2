#include "cashier/models/words.h"

#include "sdk/desk.h"

namespace simiao::cashier {

QString Words::method(financial::PaymentMethod method)
{
    switch (method) {
    case financial::PaymentMethod::Cash: return tr("Cash");
    case financial::PaymentMethod::Card: return tr("Bank card");
    case financial::PaymentMethod::WeChat: return tr("WeChat Pay");
    case financial::PaymentMethod::Alipay: return tr("Alipay");
    case financial::PaymentMethod::Insurance: return tr("Insurance");
    }
    return {};
}

QString Words::payer(administration::Payer payer)
{
    switch (payer) {
    case administration::Payer::SelfPay: return tr("Self-pay");
    case administration::Payer::UrbanEmployee: return tr("Urban employee insurance");
    case administration::Payer::Resident: return tr("Resident insurance");
    }
    return {};
}

QString Words::yuan(Money amount)
{
    return QStringLiteral("¥") + amount.toYuan();
}

QString Words::time(Instant instant, const Clock &clock)
{
    return QDateTime::fromMSecsSinceEpoch(instant.microseconds / 1000, clock.zone())
        .toString(QStringLiteral("HH:mm"));
}

} // namespace simiao::cashier
