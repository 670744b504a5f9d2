#pragma once

#include "domain/medications/order_line.h"
#include "workflow/consultation/sign_visit.h"

#include <QLocale>

namespace simiao::orders {

/// "0.5 g 口服 每日三次 7天": a dosage in words of the language.
QString dosageText(const medications::Dosage &dosage,
                   const medications::DosageTerms &terms,
                   const QString &language);

/// Name of the drug in the language; Chinese where there is no other.
QString drugName(const medications::Medication &medication, const QString &language);

/// "阿莫西林胶囊 0.25 g x 24": a drug as the candidate list shows it.
QString drugTitle(const medications::Medication &medication, const QString &language);

/// "¥18.90".
QString priceText(Money price);

/// What a finding says, with the recorded fact it rests on.
QString issueText(const Issue &issue, const QString &language);

} // namespace simiao::orders
