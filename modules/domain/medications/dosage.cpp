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
    const auto found =
        std::ranges::find_if(terms, [&](const Term &term) { return isNamed(term, term.*name, word); });
    return found == terms.end() ? nullptr : &*found;
}

Error wrong(const char *reason)
{
    return {ErrorKind::Invalid, QStringLiteral("dosage.") + QLatin1String(reason)};
}

/// The smallest whole number not below a / b; exact, so that a sliver of a dose still takes a piece.
Result<Decimal> quotientRoundedUp(const Decimal &a, const Decimal &b)
{
    TRY(const auto nearest, divide(a, b, 0));
    TRY(const auto covered, multiply(nearest, b));
    return covered < a ? add(nearest, Decimal(1)) : Result<Decimal>(nearest);
}

/// `part` / `whole` after both were brought to the base unit of their dimension; `dosage.unit-mismatch` when they have none
/// in common.
Result<std::pair<Decimal, Decimal>> comparable(const Quantity &part,
                                               const Quantity &whole,
                                               const DosageTerms &terms)
{
    if (part.unit == whole.unit)
        return std::pair(part.value, whole.value);
    const auto *partUnit = terms.unit(part.unit);
    const auto *wholeUnit = terms.unit(whole.unit);
    if (!partUnit || !wholeUnit || partUnit->dimension != wholeUnit->dimension)
        return wrong("unit-mismatch");
    TRY(const auto dosed, multiply(part.value, partUnit->factor));
    TRY(const auto contained, multiply(whole.value, wholeUnit->factor));
    return std::pair(dosed.normalized(), contained.normalized());
}

/// Doses that follow from a frequency; a started period has its dose.
Result<std::int64_t> countedDoses(const FrequencyTerm &frequency, const Decimal &days)
{
    if (frequency.timesPerDay) {
        TRY(const auto doses, multiply(*frequency.timesPerDay, days));
        return doses.ceiling();
    }
    if (!frequency.repeat)
        return wrong("frequency-uncountable");
    TRY(const auto inAll, multiply(frequency.repeat->doses, days));
    TRY(const auto doses, quotientRoundedUp(inAll, frequency.repeat->days));
    return doses.coefficient();
}

/// Pieces that are taken whole: each dose is rounded up.
Result<Decimal> wholePieces(const Quantity &dose,
                            const Decimal &doses,
                            const Medication &medication,
                            const DosageTerms &terms)
{
    if (dose.unit == medication.smallestUnit)
        return multiply(Decimal(dose.value.ceiling()), doses);
    TRY(const auto amounts, comparable(dose, medication.strength, terms));
    TRY(const auto perDose, quotientRoundedUp(amounts.first, amounts.second));
    return multiply(perDose, doses);
}

/// Containers of many doses: the course is rounded up once.
Result<Decimal> containers(const Quantity &dose,
                           const Decimal &doses,
                           const Medication &medication,
                           const DosageTerms &terms)
{
    auto amounts = comparable(dose, *medication.content, terms);
    if (!amounts)
        amounts = comparable(dose, medication.strength, terms);
    TRY(const auto shares, std::move(amounts));
    TRY(const auto course, multiply(shares.first, doses));
    return quotientRoundedUp(course, shares.second);
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

Result<std::int64_t> dosesOfCourse(const Dosage &dosage, const DosageTerms &terms)
{
    const auto *frequency = terms.frequency(dosage.frequency);
    if (!frequency)
        return wrong("frequency-uncountable");
    if (frequency->isSingleDose) {
        const bool saysMore = dosage.maxDoses.value_or(1) != 1 || dosage.days > 1;
        return saysMore ? wrong("single-dose") : Result<std::int64_t>(1);
    }
    if (dosage.maxDoses)
        return *dosage.maxDoses > 0 ? Result<std::int64_t>(*dosage.maxDoses) : wrong("not-positive");
    if (frequency->isAsNeeded)
        return wrong("doses-missing");
    if (dosage.days <= 0)
        return wrong("not-positive");
    return countedDoses(*frequency, Decimal(dosage.days));
}

std::optional<int> daysOfCourse(const Dosage &dosage, const DosageTerms &terms)
{
    const auto *frequency = terms.frequency(dosage.frequency);
    if (frequency && frequency->isSingleDose)
        return 1;
    return dosage.days > 0 ? std::optional(dosage.days) : std::nullopt;
}

Result<std::int64_t> unitsForCourse(const Dosage &dosage,
                                    const Medication &medication,
                                    const DosageTerms &terms)
{
    if (dosage.dose.value <= Decimal(0))
        return wrong("not-positive");
    TRY(const auto doseCount, dosesOfCourse(dosage, terms));
    const Decimal doses(doseCount);
    const bool isShared = medication.content && dosage.dose.unit != medication.smallestUnit;
    TRY(const auto units,
        isShared ? containers(dosage.dose, doses, medication, terms)
                 : wholePieces(dosage.dose, doses, medication, terms));
    return units.coefficient();
}

} // namespace simiao::medications
