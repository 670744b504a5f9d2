#include "registration/models/patient_form.h"

#include "domain/administration/identity_number.h"
#include "registration/models/words.h"
#include "workflow/ports/queries.h"

#include <QCoroTask>
#include <QMetaEnum>

namespace simiao::registration {

using Field = PatientForm::Field;

namespace {

constexpr auto kFields = {Field::Name,   Field::IdentityNumber, Field::BirthDate,
                          Field::Gender, Field::Phone,          Field::Payer};

/// Name of a field in the draft journal.
QString journalName(Field field)
{
    return QStringLiteral("registration.")
        + QLatin1String(QMetaEnum::fromType<Field>().valueToKey(int(field)));
}

template <typename E>
E coded(const QString &code, E fallback)
{
    const auto found =
        std::ranges::find(kCodes<E>, code, [](const char *known) { return QString::fromLatin1(known); });
    return found == kCodes<E>.end() ? fallback : E(found - kCodes<E>.begin());
}

/// 1981-03-14 and 19810314, as they stand on forms and as they are typed.
Date typedDate(const QString &text)
{
    const QString digits = QString(text).remove(QLatin1Char('-'));
    return {QDate::fromString(digits, QStringLiteral("yyyyMMdd"))};
}

QString recorded(const administration::Patient &patient, Field field)
{
    switch (field) {
    case Field::Name: return patient.name;
    case Field::IdentityNumber: return patient.identityNumber;
    case Field::BirthDate: return patient.birthDate.toIso();
    case Field::Gender: return codeOf(patient.gender);
    case Field::Phone: return patient.phone;
    case Field::Payer: return codeOf(patient.payer);
    }
    return {};
}

} // namespace

PatientForm::PatientForm(sdk::Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_draft(desk->context().newCommand())
{
    for (const auto &draft : desk->drafts()->drafts()) {
        for (const auto &entry : desk->drafts()->entriesOf(draft)) {
            const auto field = std::ranges::find(kFields, entry.field, journalName);
            if (field == kFields.end())
                continue;
            m_draft = draft;
            m_typed.insert(*field, entry.text);
            m_isNew = true;
        }
    }
    // What the number says was filled in as it was typed; what stands beside it now was corrected since.
    lookForDuplicate();
}

void PatientForm::startNew()
{
    m_isNew = true;
    m_patient.reset();
    Q_EMIT changed();
}

void PatientForm::clearNew()
{
    m_desk->drafts()->discard(m_draft);
    m_draft = m_desk->context().newCommand();
    m_typed.clear();
    m_duplicate.reset();
    Q_EMIT changed();
}

void PatientForm::show(const administration::Patient &patient)
{
    m_isNew = false;
    m_patient = patient;
    Q_EMIT changed();
}

void PatientForm::showNobody()
{
    m_isNew = false;
    m_patient.reset();
    Q_EMIT changed();
}

QString PatientForm::text(Field field) const
{
    return m_patient ? recorded(*m_patient, field) : m_typed.value(field);
}

void PatientForm::setText(Field field, const QString &text)
{
    if (!m_isNew || m_typed.value(field) == text)
        return;
    m_typed.insert(field, text);
    journal(field);
    if (field == Field::IdentityNumber)
        readIdentity();
    Q_EMIT changed();
}

QString PatientForm::problem(Field field) const
{
    const QString typed = m_typed.value(field).trimmed();
    if (!m_isNew || typed.isEmpty())
        return {};
    const auto identity = administration::parseIdentityNumber(m_typed.value(Field::IdentityNumber), today());
    switch (field) {
    case Field::IdentityNumber: return identity ? QString() : Words::identityProblem(identity.error());
    case Field::BirthDate:
        if (const Date date = typedDate(typed); !date.isValid() || today() < date)
            return tr("No possible birth date: type 1981-03-14 or 19810314");
        return identity && identity->birthDate != typedDate(typed)
            ? tr("The identity number says %1").arg(identity->birthDate.toIso())
            : QString();
    case Field::Gender:
        return identity && codeOf(identity->gender) != typed
            ? tr("The identity number says %1").arg(sdk::PersonWords::gender(identity->gender))
            : QString();
    case Field::Name:
    case Field::Phone:
    case Field::Payer: return {};
    }
    return {};
}

QString PatientForm::identityHint() const
{
    const QString typed = text(Field::IdentityNumber);
    if (typed.isEmpty())
        return m_patient ? tr("none on record") : QString();
    const auto identity = administration::parseIdentityNumber(typed, today());
    const bool isShort = !identity && identity.error().code == QLatin1String("identity.length");
    if (isShort)
        return Words::identityProblem(identity.error());
    return identity ? tr("check digit right") : tr("wrong");
}

std::optional<Field> PatientForm::firstGap() const
{
    for (const auto field : kFields) {
        const bool isNeeded = field == Field::Name || field == Field::BirthDate;
        if (!problem(field).isEmpty() || (isNeeded && text(field).trimmed().isEmpty()))
            return field;
    }
    return {};
}

Result<workflow::PatientDetails> PatientForm::details() const
{
    workflow::PatientDetails typed;
    typed.name = text(Field::Name);
    typed.identityNumber = text(Field::IdentityNumber);
    typed.birthDate = typedDate(text(Field::BirthDate).trimmed());
    typed.gender = coded(text(Field::Gender), administration::Gender::Unknown);
    typed.phone = text(Field::Phone);
    typed.payer = coded(text(Field::Payer), administration::Payer::SelfPay);
    return workflow::checkedDetails(typed, today());
}

void PatientForm::readIdentity()
{
    m_duplicate.reset();
    const auto identity = administration::parseIdentityNumber(m_typed.value(Field::IdentityNumber), today());
    if (!identity)
        return;
    m_typed.insert(Field::BirthDate, identity->birthDate.toIso());
    m_typed.insert(Field::Gender, codeOf(identity->gender));
    journal(Field::BirthDate);
    journal(Field::Gender);
    lookForDuplicate();
}

void PatientForm::lookForDuplicate()
{
    const auto identity = administration::parseIdentityNumber(m_typed.value(Field::IdentityNumber), today());
    if (!identity)
        return;
    const QString number = identity->text;
    using Patients = std::vector<administration::Patient>;
    QCoro::connect(workflow::find(m_desk->context().store, workflow::query::patientByIdentity, number), this,
                   [this, number](const Result<Patients> &found) {
                       const bool isCurrent =
                           m_typed.value(Field::IdentityNumber).trimmed().toUpper() == number;
                       if (!isCurrent || !found || found->empty())
                           return;
                       m_duplicate = found->front();
                       Q_EMIT changed();
                   });
}

void PatientForm::journal(Field field)
{
    m_desk->drafts()->record({m_draft, {}, journalName(field), m_typed.value(field)});
}

} // namespace simiao::registration
