#pragma once

#include "core/clock.h"
#include "domain/clinical/allergy_intolerance.h"
#include "domain/medications/prescription.h"
#include "sdk/person_words.h"

#include <QCoreApplication>

namespace simiao::pharmacy {

/// Values of this desk in the words of the interface's language.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::pharmacy::Words)

public:
    static QString form(medications::PrescriptionForm form);
    static QString status(medications::PrescriptionStatus status);
    /// "Penicillin (anaphylaxis)". \param language  a Qt locale name
    static QString allergy(const clinical::AllergyIntolerance &allergy, const QString &language);
    /// "0.5 g, by mouth, three times a day, 7 days"; a code stands where the terms have no word for it.
    static QString dosage(const medications::Dosage &dosage,
                          const medications::DosageTerms &terms,
                          const QString &language);
    /// "2026-11-22 10:30" at the workstation.
    static QString time(Instant instant, const Clock &clock);
};

} // namespace simiao::pharmacy
