#include "workflow/exchange/read_medications.h"

#include "core/try.h"
#include "workflow/exchange/row_keys.h"

#include <QRegularExpression>

namespace simiao::workflow {

using namespace Qt::StringLiterals;
using medications::Dosage;
using medications::FrequencyTerm;
using medications::Medication;

namespace {

constexpr int kLargestPack = 100'000; ///< smallest units
constexpr int kLongestCourse = 365;   ///< days

class MedicationReader
{
public:
    MedicationReader(const std::vector<Medication> &known, const DrugVocabulary &words)
        : m_known(byKey(known, &Medication::code))
        , m_words(words)
    {
    }

    Result<Medication> read(const CsvRecord &record)
    {
        TRY(const auto code, record.code(u"code"_s));
        TRY_VOID(m_seen.add(code, record));
        const auto *before = at(m_known, code);
        Medication drug = before ? *before : Medication();
        drug.code = code;
        TRY_VOID(readNames(record, drug));
        TRY_VOID(readUnit(record, drug));
        TRY_VOID(readPack(record, drug));
        TRY_VOID(readRules(record, drug));
        TRY_VOID(readDefaults(record, drug));
        if (before) {
            TRY_VOID(refuseAnotherProduct(*before, drug));
        }
        return drug;
    }

private:
    Result<void> readNames(const CsvRecord &record, Medication &drug) const
    {
        TRY(drug.name, record.required(u"name"_s));
        const auto keys = m_words.keys ? m_words.keys(drug.name) : NameKeys{};
        drug.nameInitials = keys.initials;
        drug.namePinyin = keys.pinyin;
        drug.nameEn = record.text(u"name_en"_s);
        const QStringList aliases = record.list(u"aliases"_s);
        drug.aliases = {aliases.begin(), aliases.end()};
        TRY(drug.atc, atcOf(record));
        drug.form = record.text(u"form"_s);
        return ok();
    }

    /// A code of WHO's system at any of its levels: J, J01, J01C, J01CA, J01CA04.
    static Result<QString> atcOf(const CsvRecord &record)
    {
        static const QRegularExpression shape(
            QRegularExpression::anchoredPattern(u"([A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?)?"_s));
        const QString atc = record.text(u"atc"_s);
        return shape.match(atc).hasMatch() ? Result(atc) : record.wrong(u"atc"_s, u"atc"_s);
    }

    Result<void> readUnit(const CsvRecord &record, Medication &drug) const
    {
        TRY(drug.strength, quantity(record, u"strength"_s));
        drug.content.reset();
        if (!record.text(u"content"_s).isEmpty()) {
            TRY(drug.content, quantity(record, u"content"_s));
        }
        TRY(const auto unit, record.required(u"smallest_unit"_s));
        TRY(drug.smallestUnit, unitCode(record, u"smallest_unit"_s, unit));
        return ok();
    }

    static Result<void> readPack(const CsvRecord &record, Medication &drug)
    {
        TRY(drug.packQuantity, record.number(u"pack_quantity"_s, 1, kLargestPack));
        TRY(drug.packUnit, record.required(u"pack_unit"_s));
        TRY(drug.packPrice, record.price(u"pack_price"_s));
        return ok();
    }

    Result<void> readRules(const CsvRecord &record, Medication &drug) const
    {
        const QStringList classes = record.list(u"allergy_classes"_s);
        for (const auto &name : classes) {
            if (!m_words.allergyClasses.contains(name))
                return record.wrong(u"unknown"_s, u"allergy_classes"_s);
        }
        drug.allergyClasses = {classes.begin(), classes.end()};
        TRY(const auto legalClass, record.required(u"prescription_class"_s));
        const auto known = fromCode<medications::PrescriptionClass>(legalClass);
        if (!known)
            return record.wrong(u"unknown"_s, u"prescription_class"_s);
        drug.prescriptionClass = *known;
        TRY(drug.antibioticGrade, gradeOf(record));
        return ok();
    }

    static Result<QString> gradeOf(const CsvRecord &record)
    {
        static const QStringList grades{{}, u"non-restricted"_s, u"restricted"_s, u"special"_s};
        const QString grade = record.text(u"antibiotic_grade"_s);
        return grades.contains(grade) ? Result(grade) : record.wrong(u"unknown"_s, u"antibiotic_grade"_s);
    }

    Result<void> readDefaults(const CsvRecord &record, Medication &drug) const
    {
        TRY(drug.defaultDose, quantity(record, u"default_dose"_s));
        TRY(const auto routeWord, record.required(u"default_route"_s));
        TRY(const auto frequencyWord, record.required(u"default_frequency"_s));
        TRY(drug.defaultDays, record.number(u"default_days"_s, 1, kLongestCourse));
        const auto *route = m_words.dosage.route(routeWord);
        if (!route)
            return record.wrong(u"unknown"_s, u"default_route"_s);
        const auto *frequency = m_words.dosage.frequency(frequencyWord);
        if (!frequency)
            return record.wrong(u"unknown"_s, u"default_frequency"_s);
        drug.defaultRoute = route->code;
        drug.defaultFrequency = frequency->code;
        return checkDose(record, drug);
    }

    /// The usual dose must be one the pharmacy can count out. Any frequency with a number shows it: those without (prn) have no
    /// quantity, but the same units.
    Result<void> checkDose(const CsvRecord &record, const Medication &drug) const
    {
        const auto &frequencies = m_words.dosage.frequencies;
        const auto countable = std::ranges::find_if(
            frequencies, [](const FrequencyTerm &term) { return term.timesPerDay.has_value(); });
        if (countable == frequencies.end())
            return ok();
        const Dosage dosage{drug.defaultDose, drug.defaultRoute, countable->code, drug.defaultDays};
        const auto units = unitsForCourse(dosage, drug, m_words.dosage);
        if (units)
            return ok();
        return Error{ErrorKind::Invalid, units.error().code,
                     u"default_dose: "_s + record.text(u"default_dose"_s)};
    }

    static Result<void> refuseAnotherProduct(const Medication &before, const Medication &after)
    {
        const auto fixed = [](const QString &column) {
            return Error{ErrorKind::Invalid, u"import.fixed"_s, column};
        };
        if (after.strength != before.strength)
            return fixed(u"strength"_s);
        if (after.content != before.content)
            return fixed(u"content"_s);
        return after.smallestUnit == before.smallestUnit ? ok() : Result<void>(fixed(u"smallest_unit"_s));
    }

    /// "0.25 g", also without the blank: a number above zero and a unit that doses are written in.
    Result<Quantity> quantity(const CsvRecord &record, const QString &column) const
    {
        TRY(const auto written, record.required(column));
        const auto isOfNumber = [](QChar c) { return c == u'.' || (c >= u'0' && c <= u'9'); };
        const auto unitBegin = std::ranges::find_if_not(written, isOfNumber);
        const auto digits = written.first(unitBegin - written.begin());
        const auto word = written.sliced(digits.size()).trimmed();
        const auto value = Decimal::parse(digits);
        if (!value || *value <= Decimal(0) || word.isEmpty())
            return record.wrong(u"quantity"_s, column);
        TRY(const auto unit, unitCode(record, column, word));
        return Quantity{*value, unit};
    }

    Result<QString> unitCode(const CsvRecord &record, const QString &column, const QString &word) const
    {
        const auto *unit = m_words.dosage.unit(word);
        return unit ? Result(unit->code) : record.wrong(u"unknown"_s, column);
    }

    std::map<QString, const Medication *> m_known;
    const DrugVocabulary &m_words;
    SeenKeys m_seen;
};

} // namespace

DrugVocabulary drugVocabulary(const ReferenceData &reference, NameKeyMaker keys)
{
    QStringList classes; // each has a rule about itself
    for (const auto &rule : reference.allergies.rules)
        classes.append(rule.allergyClass);
    classes.removeDuplicates();
    return {reference.dosage, classes, std::move(keys)};
}

QStringList medicationColumns()
{
    return {u"code"_s,
            u"name"_s,
            u"name_en"_s,
            u"aliases"_s,
            u"atc"_s,
            u"form"_s,
            u"strength"_s,
            u"content"_s,
            u"smallest_unit"_s,
            u"pack_quantity"_s,
            u"pack_unit"_s,
            u"pack_price"_s,
            u"allergy_classes"_s,
            u"prescription_class"_s,
            u"antibiotic_grade"_s,
            u"default_dose"_s,
            u"default_route"_s,
            u"default_frequency"_s,
            u"default_days"_s};
}

Reading<Medication> readMedications(const CsvTable &table,
                                    const std::vector<Medication> &known,
                                    const DrugVocabulary &words,
                                    const ImportWatch &watch)
{
    MedicationReader reader(known, words);
    return readRows<Medication>(table, [&](const CsvRecord &record) { return reader.read(record); }, watch);
}

} // namespace simiao::workflow
