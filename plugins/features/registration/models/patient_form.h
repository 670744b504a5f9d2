#pragma once

#include "sdk/desk.h"
#include "workflow/frontdesk/register_patient.h"

namespace simiao::registration {

/// What is typed about a new patient, or what is on record of a known one. Holds texts as typed; the identity number
/// fills birth date and sex once it is whole and right. What is typed for a new patient also goes to the draft journal.
class PatientForm : public QObject
{
    Q_OBJECT

public:
    enum class Field { Name, IdentityNumber, BirthDate, Gender, Phone, Payer };
    Q_ENUM(Field)

    /// Takes up what the journal still has of a form that was not finished.
    explicit PatientForm(sdk::Desk *desk, QObject *parent = nullptr);

    /// Back to the new patient as far as it was typed.
    void startNew();
    /// The new patient's texts are given up.
    void clearNew();
    /// Shows somebody on record; what is typed for a new patient waits.
    void show(const administration::Patient &patient);
    /// Shows nobody.
    void showNobody();

    bool isNew() const { return m_isNew; }
    const std::optional<administration::Patient> &patient() const { return m_patient; }
    /// Somebody else on record with the identity number typed.
    const std::optional<administration::Patient> &duplicate() const { return m_duplicate; }

    /// The text of a field; codes for Gender and Payer.
    QString text(Field field) const;
    void setText(Field field, const QString &text);
    /// What keeps the field from being taken; empty when nothing does. An empty field is no problem yet.
    QString problem(Field field) const;
    /// How far the identity number is: "has 12 of 18 characters", "check digit right", "wrong".
    QString identityHint() const;
    /// The first field that is missing or wrong.
    std::optional<Field> firstGap() const;

    Result<workflow::PatientDetails> details() const;

Q_SIGNALS:
    void changed();

private:
    void readIdentity();
    void lookForDuplicate();
    void journal(Field field);
    Date today() const { return m_desk->context().clock->today(); }

    sdk::Desk *m_desk;
    Uuid m_draft;
    QMap<Field, QString> m_typed;
    std::optional<administration::Patient> m_patient;
    std::optional<administration::Patient> m_duplicate;
    bool m_isNew = false;
};

} // namespace simiao::registration
