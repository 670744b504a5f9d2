#include "outpatient/models/visit_versions.h"

#include "workflow/ports/terminology_service.h"

#include <QCoreApplication>

#include <algorithm>

namespace simiao::outpatient {

using workflow::Taken;
using workflow::TwoVersions;

namespace {

const QString kNote = QStringLiteral("note.");
const QString kDiagnoses = QStringLiteral("diagnoses");
const QString kMedications = QStringLiteral("medications");

QString translated(const char *text)
{
    return QCoreApplication::translate("VisitVersions", text);
}

LocalText labelOf(const char *text)
{
    return {translated(text), translated(text)}; // both: it is in the language of the screen
}

LocalText titleOf(const workflow::ReferenceData &reference, const QString &code, const QString &fallback)
{
    for (const auto &noteTemplate : reference.noteTemplates) {
        const auto found = std::ranges::find(noteTemplate.sections, code, &workflow::NoteSection::code);
        if (found != noteTemplate.sections.end())
            return found->title;
    }
    return {fallback, fallback};
}

QString lineOf(const Coding &code, const QString &note)
{
    const QString line = code.code + QLatin1Char(' ') + code.display;
    return note.trimmed().isEmpty() ? line : line + QStringLiteral(", ") + note.trimmed();
}

template <typename Term>
QString wordOf(const Term *term, const QString &code, const QString &language)
{
    const QString text = term ? term->text.in(language) : QString();
    return text.isEmpty() ? code : text;
}

QString lineOf(const QString &drug,
               const medications::Dosage &dosage,
               const workflow::ReferenceData &reference,
               const QString &language)
{
    QStringList words{drug, dosage.dose.toString(),
                      wordOf(reference.dosage.route(dosage.route), dosage.route, language),
                      wordOf(reference.dosage.frequency(dosage.frequency), dosage.frequency, language)};
    if (dosage.maxDoses)
        words.append(QStringLiteral("x%1").arg(*dosage.maxDoses));
    if (dosage.days > 0)
        words.append(QStringLiteral("%1d").arg(dosage.days));
    return words.join(QLatin1Char(' '));
}

QString lineOf(const workflow::MedicationDraft &draft,
               const workflow::ReferenceData &reference,
               const workflow::TerminologyService *drugs,
               const QString &language)
{
    const auto drug = drugs ? drugs->medication(draft.medication) : std::nullopt;
    return lineOf(drug ? drug->name : QStringLiteral("?"), draft.dosage, reference, language);
}

TwoVersions diagnosesOf(const workflow::VisitDraft &mine, const workflow::SignedParts &theirs)
{
    QStringList drafts;
    for (const auto &one : mine.diagnoses)
        drafts.append(lineOf(one.code, one.note));
    QStringList stored;
    for (const auto &one : theirs.diagnoses)
        stored.append(lineOf(one.code, one.note));
    return {kDiagnoses, labelOf(QT_TRANSLATE_NOOP("VisitVersions", "Diagnoses")),
            drafts.join(QLatin1Char('\n')), stored.join(QLatin1Char('\n')), true};
}

TwoVersions medicationsOf(const workflow::VisitDraft &mine,
                          const workflow::SignedParts &theirs,
                          const workflow::ReferenceData &reference,
                          const workflow::TerminologyService *drugs,
                          const QString &language)
{
    QStringList stored;
    for (const auto &sheet : theirs.prescriptions) {
        if (sheet.prescription.status == medications::PrescriptionStatus::Cancelled)
            continue;
        for (const auto &line : sheet.lines)
            stored.append(lineOf(line.medicationName, line.dosage, reference, language));
    }
    return {kMedications, labelOf(QT_TRANSLATE_NOOP("VisitVersions", "Drugs")),
            medicationsText(mine, reference, drugs, language), stored.join(QLatin1Char('\n')), true};
}

/// Where a text stands in the note; what the note does not have yet gets its place at the end.
clinical::Section &sectionIn(std::vector<clinical::Section> &sections,
                             const QString &code,
                             const QString &title)
{
    const auto found = std::ranges::find(sections, code, &clinical::Section::code);
    return found != sections.end() ? *found : sections.emplace_back(clinical::Section{code, title, {}});
}

Taken takenOf(const TakenFields &taken, const QString &field)
{
    const auto found =
        std::ranges::find_if(taken, [&field](const auto &one) { return one.first.field == field; });
    return found == taken.end() ? Taken::Theirs : found->second;
}

} // namespace

QString medicationsText(const workflow::VisitDraft &draft,
                        const workflow::ReferenceData &reference,
                        const workflow::TerminologyService *drugs,
                        const QString &language)
{
    QStringList lines;
    for (const auto &one : draft.medications)
        lines.append(lineOf(one, reference, drugs, language));
    return lines.join(QLatin1Char('\n'));
}

std::vector<TwoVersions> versionsOf(const workflow::VisitDraft &mine,
                                    const workflow::SignedParts &theirs,
                                    const workflow::ReferenceData &reference,
                                    const workflow::TerminologyService *drugs,
                                    const QString &language)
{
    std::vector<TwoVersions> fields;
    std::map<QString, QString> left = mine.sections;
    for (const auto &section : theirs.note.sections) {
        fields.push_back({kNote + section.code, titleOf(reference, section.code, section.title),
                          left[section.code], section.text});
        left.erase(section.code);
    }
    for (const auto &[code, text] : left) {
        if (!text.trimmed().isEmpty())
            fields.push_back({kNote + code, titleOf(reference, code, code), text, {}});
    }
    fields.push_back(diagnosesOf(mine, theirs));
    fields.push_back(medicationsOf(mine, theirs, reference, drugs, language));
    return fields;
}

std::optional<workflow::VisitAmendment> amendmentOf(const workflow::VisitDraft &mine,
                                                    const workflow::VisitRecord &record,
                                                    const workflow::ReferenceData &reference,
                                                    const workflow::TerminologyService *drugs,
                                                    const QString &language,
                                                    const TakenFields &taken)
{
    const auto &theirs = *record.signedParts;
    workflow::VisitAmendment amendment{
        record.task.id, record.encounter.version, theirs.note.sections, {}, {}};
    for (const auto &field : versionsOf(mine, theirs, reference, drugs, language)) {
        const auto chosen = takenOf(taken, field.field);
        const auto lines = field.theirs.split(QLatin1Char('\n'));
        if (field.field.startsWith(kNote)) {
            const QString text = workflow::resultOf(field, chosen);
            if (text != field.theirs)
                sectionIn(amendment.sections, field.field.mid(kNote.size()), field.label.zh).text = text;
        } else if (chosen == Taken::Both && field.field == kDiagnoses) {
            std::ranges::copy_if(
                mine.diagnoses, std::back_inserter(amendment.diagnoses),
                [&](const auto &one) { return !lines.contains(lineOf(one.code, one.note)); });
        } else if (chosen == Taken::Both && field.field == kMedications) {
            std::ranges::copy_if(
                mine.medications, std::back_inserter(amendment.medications),
                [&](const auto &one) { return !lines.contains(lineOf(one, reference, drugs, language)); });
        }
    }
    const bool isNothing = amendment.sections == theirs.note.sections && amendment.diagnoses.empty()
        && amendment.medications.empty();
    return isNothing ? std::nullopt : std::optional(amendment);
}

} // namespace simiao::outpatient
