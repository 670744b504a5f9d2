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

Dosage dosageFor(const OrderLine &line, const Medication &medication)
{
    Dosage dosage;
    dosage.dose = medication.defaultDose;
    if (line.doseValue)
        dosage.dose.value = *line.doseValue;
    if (!line.doseUnit.isEmpty())
        dosage.dose.unit = line.doseUnit;
    dosage.route = line.route.isEmpty() ? medication.defaultRoute : line.route;
    dosage.frequency = line.frequency.isEmpty() ? medication.defaultFrequency : line.frequency;
    dosage.days = line.days.value_or(medication.defaultDays);
    return dosage;
}

} // namespace simiao::medications
