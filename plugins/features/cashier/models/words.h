#pragma once

#include "core/clock.h"
#include "domain/financial/charge_item.h"
#include "sdk/person_words.h"

#include <QCoreApplication>

namespace simiao::cashier {

/// Values of this desk in the words of the interface's language.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::cashier::Words)

public:
    static QString method(financial::PaymentMethod method);
    static QString payer(administration::Payer payer);
    /// "¥18.90"
    static QString yuan(Money amount);
    /// "10:30" at the workstation.
    static QString time(Instant instant, const Clock &clock);
};

} // namespace simiao::cashier
