#include "pharmacy/views/sheet_facts.h"

#include "pharmacy/models/words.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>

namespace simiao::pharmacy {

using administration::AllergyStatus;
using ui::TextLabel;
using ui::Type;

SheetFacts::SheetFacts(Counter *counter, QWidget *parent)
    : QWidget(parent)
    , m_counter(counter)
    , m_grid(new QGridLayout(this))
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    m_grid->setContentsMargins(rhythm.margin + rhythm.gap, rhythm.gap, rhythm.margin, rhythm.gap);
    m_grid->setHorizontalSpacing(rhythm.gap);
    m_grid->setVerticalSpacing(rhythm.gapSmall);
    addFact(Patient, QStringLiteral("pharmacy.patient"), 0, 0, 1);
    addFact(SexAge, QStringLiteral("pharmacy.sexAge"), 0, 1, 1);
    addFact(Mrn, QStringLiteral("pharmacy.mrn"), 0, 2, 1);
    addFact(Department, QStringLiteral("pharmacy.department"), 1, 0, 1);
    addFact(Prescriber, QStringLiteral("pharmacy.prescriber"), 1, 1, 1);
    addFact(Signed, QStringLiteral("pharmacy.signed"), 1, 2, 1);
    addFact(Diagnosis, QStringLiteral("pharmacy.diagnosis"), 2, 0, 3);
    addFact(Allergies, QStringLiteral("pharmacy.allergies"), 3, 0, 3);
    for (const int column : {1, 3, 5})
        m_grid->setColumnStretch(column, 1);
    connect(counter, &Counter::changed, this, &SheetFacts::showSheet);
    retranslate();
}

void SheetFacts::addFact(Fact fact, const QString &name, int row, int column, int span)
{
    auto *caption = new TextLabel({}, Type::Base, TextLabel::Ink::Secondary);
    auto *value = new TextLabel({}, fact == Patient ? Type::Strong : Type::Base);
    value->setObjectName(name);
    value->setWordWrap(span > 1);
    m_captions.insert(fact, caption);
    m_values.insert(fact, value);
    m_grid->addWidget(caption, row, 2 * column, Qt::AlignRight | Qt::AlignTop);
    m_grid->addWidget(value, row, 2 * column + 1, 1, 2 * span - 1);
}

void SheetFacts::retranslate()
{
    m_captions[Patient]->setText(tr("Patient"));
    m_captions[SexAge]->setText(tr("Sex, age"));
    m_captions[Mrn]->setText(tr("MRN"));
    m_captions[Department]->setText(tr("Department"));
    m_captions[Prescriber]->setText(tr("Prescriber"));
    m_captions[Signed]->setText(tr("Signed"));
    m_captions[Diagnosis]->setText(tr("Diagnosis"));
    m_captions[Allergies]->setText(tr("Allergies"));
    showSheet();
}

void SheetFacts::showSheet()
{
    const auto &sheet = m_counter->sheet();
    if (!sheet)
        return;
    const auto &patient = sheet->banner.patient;
    const auto clock = m_counter->desk()->context().clock;
    const QString language = m_counter->desk()->locale().name();
    const auto signedOn = sheet->prescription.authoredOn;
    m_values[Patient]->setText(patient.name);
    m_values[SexAge]->setText(sdk::PersonWords::gender(patient.gender) + u' '
                              + sdk::PersonWords::age(patient.birthDate, clock->today()));
    m_values[Mrn]->setText(patient.mrn);
    m_values[Department]->setText(LocalText{sheet->department.nameEn, sheet->department.name}.in(language));
    m_values[Prescriber]->setText(LocalText{sheet->prescriber.nameEn, sheet->prescriber.name}.in(language));
    m_values[Signed]->setText(signedOn ? Words::time(*signedOn, *clock) : QString());
    m_values[Diagnosis]->setText(diagnoses(*sheet));
    m_values[Allergies]->setText(allergies(*sheet));
    const bool isHarmless = patient.allergyStatus == AllergyStatus::NoneKnown;
    m_values[Allergies]->setInk(isHarmless ? TextLabel::Ink::Text : TextLabel::Ink::Block);
}

QString SheetFacts::diagnoses(const Sheet &sheet) const
{
    QStringList texts;
    for (const auto &diagnosis : sheet.diagnoses)
        texts.append(
            QStringList{diagnosis.code.code, diagnosis.code.display, diagnosis.note}.join(u' ').simplified());
    return texts.isEmpty() ? tr("none recorded for this visit") : texts.join(tr("; "));
}

QString SheetFacts::allergies(const Sheet &sheet) const
{
    switch (sheet.banner.patient.allergyStatus) {
    case AllergyStatus::NotAsked: return tr("not asked");
    case AllergyStatus::NoneKnown: return tr("none known");
    case AllergyStatus::Recorded: break;
    }
    QStringList texts;
    for (const auto &allergy : sheet.banner.allergies)
        texts.append(Words::allergy(allergy, m_counter->desk()->locale().name()));
    return texts.join(tr("; "));
}

} // namespace simiao::pharmacy
