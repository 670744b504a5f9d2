#include "registration/views/patient_facts.h"

#include "registration/models/words.h"
#include "ui/widgets/label_row.h"
#include "ui/widgets/notice_line.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace simiao::registration {

using Field = PatientForm::Field;

PatientFacts::PatientFacts(FrontDesk *frontDesk, QWidget *parent)
    : QWidget(parent)
    , m_frontDesk(frontDesk)
    , m_visit(new ui::NoticeLine)
{
    addFact(Field::Name, QStringLiteral("registration.patient"));
    addFact(Field::IdentityNumber, QStringLiteral("registration.patientIdentity"));
    addFact(Field::BirthDate, QStringLiteral("registration.patientBirthDate"));
    addFact(Field::Gender, QStringLiteral("registration.patientGender"));
    addFact(Field::Phone, QStringLiteral("registration.patientPhone"));
    addFact(Field::Payer, QStringLiteral("registration.patientPayer"));
    m_visit->setObjectName(QStringLiteral("registration.visitToday"));
    layOut();
    connect(frontDesk, &FrontDesk::changed, this, &PatientFacts::showPatient);
    connect(frontDesk->desk(), &sdk::Desk::settingsChanged, this, &PatientFacts::showPatient);
    retranslate();
}

void PatientFacts::addFact(Field field, const QString &name)
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *fact = new ui::TextLabel({}, field == Field::Name ? ui::Type::Strong : ui::Type::Base);
    fact->setObjectName(name);
    fact->setMinimumHeight(rhythm.input);
    m_facts.insert(field, fact);
    m_rows.insert(field, new ui::LabelRow({}, fact));
}

void PatientFacts::layOut()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *grid = new QGridLayout;
    grid->setSpacing(0);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    int cell = 0;
    for (auto *row : std::as_const(m_rows)) {
        grid->addWidget(row, cell % 3, cell / 3);
        ++cell;
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, rhythm.gap, rhythm.gap, rhythm.gap);
    column->setSpacing(rhythm.gap);
    column->addLayout(grid);
    auto *aired = new QHBoxLayout;
    aired->setContentsMargins(rhythm.margin, 0, 0, 0);
    aired->addWidget(m_visit);
    column->addLayout(aired);
    column->addStretch(1);
}

void PatientFacts::retranslate()
{
    m_rows[Field::Name]->setLabel(tr("Name"));
    m_rows[Field::IdentityNumber]->setLabel(tr("ID number"));
    m_rows[Field::BirthDate]->setLabel(tr("Birth date"));
    m_rows[Field::Gender]->setLabel(tr("Sex"));
    m_rows[Field::Phone]->setLabel(tr("Phone"));
    m_rows[Field::Payer]->setLabel(tr("Payer"));
    ui::LabelRow::align(m_rows.values());
    showPatient();
}

QString PatientFacts::words(Field field) const
{
    const auto &patient = *m_frontDesk->form()->patient();
    switch (field) {
    case Field::Gender: return sdk::PersonWords::gender(patient.gender);
    case Field::Payer: return Words::payer(patient.payer);
    case Field::BirthDate:
        return QStringLiteral("%1 · %2").arg(
            patient.birthDate.toIso(),
            sdk::PersonWords::age(patient.birthDate, m_frontDesk->desk()->context().clock->today()));
    case Field::IdentityNumber:
    case Field::Phone: return numberWords(field);
    case Field::Name: break;
    }
    return patient.name;
}

/// As far as the hospital shows it.
QString PatientFacts::numberWords(Field field) const
{
    QString text = m_frontDesk->form()->text(field);
    const auto &settings = m_frontDesk->desk()->settings();
    if (!m_frontDesk->isRevealed())
        text = field == Field::Phone ? sdk::PersonWords::phone(text, settings)
                                     : sdk::PersonWords::identityNumber(text, settings);
    return text.isEmpty() ? tr("not recorded") : text;
}

void PatientFacts::showPatient()
{
    if (!m_frontDesk->form()->patient())
        return;
    for (auto fact = m_facts.cbegin(); fact != m_facts.cend(); ++fact)
        fact.value()->setText(words(fact.key()));
    const auto *visit = m_frontDesk->visitOfToday();
    const QString said =
        visit ? tr("Visit %1, %2.").arg(visit->visitNumber, Words::visitStatus(visit->status)) : QString();
    m_visit->setNotice({ui::Severity::Note, tr("Already checked in today"), said, {}, {}});
    m_visit->setVisible(visit);
    m_visit->setProperty("text", said);
}

} // namespace simiao::registration
