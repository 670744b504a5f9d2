#include "domain/medications/order_line.h"

#include <QRegularExpression>

namespace simiao::medications {

namespace {

/// "7d", "x7d", "7天", "2周" -> days.
std::optional<int> daysOf(const QString &word)
{
    static const QRegularExpression shape(QStringLiteral("^[x×]?(\\d{1,3})(d|day|days|天|日|w|周)$"),
                                          QRegularExpression::CaseInsensitiveOption);
    const auto match = shape.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    const bool isWeeks = match.captured(2).startsWith(QLatin1Char('w'), Qt::CaseInsensitive)
        || match.captured(2) == QStringLiteral("周");
    return match.captured(1).toInt() * (isWeeks ? 7 : 1);
}

/// "x6", "×6次" -> doses.
std::optional<int> dosesOf(const QString &word)
{
    static const QRegularExpression shape(QStringLiteral("^[x×*](\\d{1,3})次?$"),
                                          QRegularExpression::CaseInsensitiveOption);
    const auto match = shape.match(word);
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

struct Pieces
{
    std::int64_t count = 0;
    QString unit;
};

/// "=12", "=2盒", "共12片"; "×12片" only with a unit that counts pieces, so that no dose is taken for a quantity.
std::optional<Pieces> piecesOf(const QString &word, const DosageTerms &terms)
{
    static const QRegularExpression shape(QStringLiteral("^([=＝共x×*])(\\d{1,4})([^\\d.]*)$"),
                                          QRegularExpression::CaseInsensitiveOption);
    const auto match = shape.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    const auto *unit = terms.unit(match.captured(3));
    const bool isTimes = QStringLiteral("xX×*").contains(match.captured(1));
    if (isTimes && (!unit || unit->dimension != unit->code))
        return std::nullopt;
    return Pieces{match.captured(2).toLongLong(), unit ? unit->code : match.captured(3)};
}

struct Amount
{
    Decimal value;
    QString unit;
};

/// "0.5", "500mg", "2粒" -> number and unit; nothing when the unit is unknown.
std::optional<Amount> amountOf(const QString &word, const DosageTerms &terms)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d+(?:\\.\\d+)?)(\\D*)$"));
    const auto match = shape.match(word);
    const auto value = Decimal::parse(match.captured(1));
    if (!match.hasMatch() || !value)
        return std::nullopt;
    if (match.captured(2).isEmpty())
        return Amount{*value, {}};
    const auto *unit = terms.unit(match.captured(2));
    return unit ? std::optional(Amount{*value, unit->code}) : std::nullopt;
}

bool startsWithDigit(const QString &word)
{
    return word.front() >= QLatin1Char('0') && word.front() <= QLatin1Char('9');
}

/// Sorts one word into the line; false when nothing can be made of it.
bool takeWord(OrderLine &line, const QString &word, const DosageTerms &terms)
{
    if (const auto days = daysOf(word); days && !line.days) {
        line.days = days;
        return true;
    }
    if (const auto doses = dosesOf(word); doses && !line.maxDoses) {
        line.maxDoses = doses;
        return true;
    }
    if (const auto pieces = piecesOf(word, terms); pieces && !line.quantity) {
        line.quantity = pieces->count;
        line.quantityUnit = pieces->unit;
        return true;
    }
    if (const auto amount = amountOf(word, terms); amount && !line.doseValue) {
        line.doseValue = amount->value;
        line.doseUnit = amount->unit;
        return true;
    }
    if (const auto *unit = terms.unit(word); unit && line.doseValue && line.doseUnit.isEmpty()) {
        line.doseUnit = unit->code;
        return true;
    }
    if (const auto *route = terms.route(word); route && line.route.isEmpty()) {
        line.route = route->code;
        return true;
    }
    if (const auto *frequency = terms.frequency(word); frequency && line.frequency.isEmpty()) {
        line.frequency = frequency->code;
        return true;
    }
    return false;
}

} // namespace

OrderLine parseOrderLine(const QString &text, const DosageTerms &terms)
{
    OrderLine line;
    bool isDrugDone = false;
    for (const QString &word : text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const bool isFirst = line.drug.isEmpty();
        // The first plain word is the drug, even where it is also an alias; further plain words directly after it belong to it.
        if (isFirst && !startsWithDigit(word)) {
            line.drug = word;
        } else if (takeWord(line, word, terms)) {
            isDrugDone = !line.drug.isEmpty();
        } else if (!isFirst && !isDrugDone && !startsWithDigit(word)) {
            line.drug += QLatin1Char(' ') + word;
        } else {
            line.unknown.push_back(word);
        }
    }
    return line;
}

Dosage dosageFor(const OrderLine &line, const Medication &medication, const DosageTerms &terms)
{
    Dosage dosage;
    dosage.dose = medication.defaultDose;
    if (line.doseValue)
        dosage.dose.value = *line.doseValue;
    if (!line.doseUnit.isEmpty())
        dosage.dose.unit = line.doseUnit;
    dosage.route = line.route.isEmpty() ? medication.defaultRoute : line.route;
    dosage.frequency = line.frequency.isEmpty() ? medication.defaultFrequency : line.frequency;
    const auto *frequency = terms.frequency(dosage.frequency);
    const bool isSingle = frequency && frequency->isSingleDose;
    const bool isAsNeeded = frequency && frequency->isAsNeeded;
    dosage.days = line.days.value_or(isSingle ? 1 : isAsNeeded ? 0 : medication.defaultDays);
    dosage.maxDoses = line.maxDoses;
    return dosage;
}

Result<std::optional<std::int64_t>> quantityFor(const OrderLine &line,
                                                const Medication &medication,
                                                const DosageTerms &terms)
{
    if (!line.quantity)
        return std::optional<std::int64_t>();
    if (*line.quantity <= 0)
        return Error{ErrorKind::Invalid, QStringLiteral("dosage.not-positive")};
    const auto *unit = terms.unit(medication.smallestUnit);
    const bool isSmallest = line.quantityUnit.isEmpty() || line.quantityUnit == medication.smallestUnit
        || (unit && unit->code == line.quantityUnit);
    if (isSmallest)
        return std::optional(*line.quantity);
    if (line.quantityUnit == medication.packUnit)
        return std::optional(*line.quantity * medication.packQuantity);
    return Error{ErrorKind::Invalid, QStringLiteral("dosage.quantity-unit"), line.quantityUnit};
}

} // namespace simiao::medications
