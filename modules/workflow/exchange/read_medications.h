#pragma once

#include "workflow/exchange/reading.h"
#include "workflow/ports/name_keys.h"
#include "workflow/reference_data.h"

namespace simiao::workflow {

/// What a drug list is checked against, besides the drugs on record.
struct DrugVocabulary
{
    medications::DosageTerms dosage;
    QStringList allergyClasses;
    /// Keys of a term; those of a person's name differ (单 dan, not shan).
    NameKeyMaker keys;
};

/// The words of the program's own lists.
DrugVocabulary drugVocabulary(const ReferenceData &reference, NameKeyMaker keys);

/// code, name, name_en, aliases, atc, form, strength, content, smallest_unit, pack_quantity, pack_unit, pack_price,
/// allergy_classes, prescription_class, antibiotic_grade, default_dose, default_route, default_frequency, default_days.
QStringList medicationColumns();

/// Drugs of a file. One on record (same code) gets everything the file says but strength, content and smallest unit: orders
/// were signed and stock was counted in them, so another one needs another code. Words of dosage are stored as their codes.
/// Reasons: `import.code`, `import.duplicate`, `import.missing`, `import.atc`, `import.quantity` ("0.25 g", above zero),
/// `import.number`, `import.price`, `import.unknown` (a unit, route, frequency, class, grade), `import.fixed` (strength, content
/// or smallest unit of a drug on record), what unitsForCourse() says of the usual dose, and those of the table.
/// \thread  any but the GUI: makes pinyin keys, about 0.1 ms a row; pure otherwise
Reading<medications::Medication> readMedications(const CsvTable &table,
                                                 const std::vector<medications::Medication> &known,
                                                 const DrugVocabulary &words,
                                                 const ImportWatch &watch = {});

} // namespace simiao::workflow
