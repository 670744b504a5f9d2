#include "domain/medications/dosage.h"

#include "core/try.h"

#include <algorithm>

namespace simiao::medications {

namespace {

bool isSame(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

template <typename Term>
bool isNamed(const Term &term, const QString &name, const QString &word)
{
    return isSame(name, word)
           || std::ranges::any_of(term.aliases, [&word](const QString &alias) { return isSame(alias, word); });
}

template <typename Term>
const Term *find(const std::vector<Term> &terms, QString Term::*name, const QString &word)
{
    const auto found = std::ranges::find_if(terms, [&](const Term &term) { return isNamed(term, term.*name, word); });
    return found == terms.end() ? nullptr : &*found;
}

/// How many smallest units one dose takes, not rounded.
Result<Decimal> unitsPerDose(const Quantity &dose, const Medication &medication, const DosageTerms &terms)
{
    if (dose.unit == medication.smallestUnit)
        return dose.value;
    const auto *doseUnit = terms.unit(dose.unit);
    const auto *strengthUnit = terms.unit(medication.strength.unit);
    if (!doseUnit || !strengthUnit || doseUnit->dimension != strengthUnit->dimension)
        return Error{ErrorKind::Invalid, QStringLiteral("dosage.unit-mismatch")};
    TRY(const auto dosed, multiply(dose.value, doseUnit->factor));
    TRY(const auto contained, multiply(medication.strength.value, strengthUnit->factor));
    return divide(dosed.normalized(), contained.normalized(), 4);
}

} // namespace

const RouteTerm *DosageTerms::route(const QString &word) const
{
    return find(routes, &RouteTerm::code, word);
}

const FrequencyTerm *DosageTerms::frequency(const QString &word) const
{
    return find(frequencies, &FrequencyTerm::code, word);
}

const UnitTerm *DosageTerms::unit(const QString &word) const
{
    return find(units, &UnitTerm::code, word);
}

Result<std::int64_t> unitsForCourse(const Dosage &dosage, const Medication &medication, const DosageTerms &terms)
{
    if (dosage.days <= 0 || dosage.dose.value <= Decimal(0))
        return Error{ErrorKind::Invalid, QStringLiteral("dosage.not-positive")};
    const auto *frequency = terms.frequency(dosage.frequency);
    if (!frequency || !frequency->timesPerDay)
        return Error{ErrorKind::Invalid, QStringLiteral("dosage.frequency-uncountable")};
    TRY(const auto perDose, unitsPerDose(dosage.dose, medication, terms));
    TRY(const auto doses, multiply(*frequency->timesPerDay, Decimal(dosage.days)));
    return perDose.ceiling() * doses.ceiling();
}

} // namespace simiao::medications
