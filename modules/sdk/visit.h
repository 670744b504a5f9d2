#pragma once

#include "workflow/consultation/open_visit.h"
#include "workflow/consultation/visit_draft.h"

#include <QObject>

namespace simiao::sdk {

class Desk;

/// One open visit: the record, and the draft that its panels share. Every change goes to the draft journal at once; the
/// stored values are untouched until the visit is signed. \thread GUI
class Visit : public QObject
{
    Q_OBJECT

public:
    /// Takes the draft up where the journal has it.
    Visit(Desk *desk, workflow::VisitRecord record, QObject *parent = nullptr);

    Desk *desk() const { return m_desk; }
    const workflow::VisitRecord &record() const { return m_record; }
    const workflow::VisitDraft &draft() const { return m_draft; }
    /// False once signed: panels show, nothing can be typed.
    bool isEditable() const { return m_isEditable; }
    /// The prescription that the pharmacist returned: of a signed visit only its orders can be changed. Null when there is
    /// none, or it was answered.
    const workflow::SignedPrescription *returned() const;
    /// Whether drugs can be ordered: before signing, and while a returned prescription is answered.
    bool canOrder() const { return m_isEditable || returned(); }
    /// Code of the template the note follows: what was chosen or written with, else what fits the kind of visit.
    QString noteTemplate() const;
    /// Whether another template may be chosen: nothing of the note is written yet.
    bool canChooseTemplate() const;
    /// Draft fields the journal holds and this program cannot read; shown, never dropped.
    const QStringList &unreadableFields() const { return m_unreadable; }

    void setSection(const QString &code, const QString &text);
    void setDiagnoses(std::vector<workflow::DiagnosisDraft> diagnoses);
    void setMedications(std::vector<workflow::MedicationDraft> medications);
    void setOrderText(const QString &text);
    /// Nothing happens once something of the note is written.
    void setNoteTemplate(const QString &code);
    /// Why the returned prescription is signed again.
    void setAnswer(const QString &text);

    /// After the commit: the draft leaves the journal and the panels become read-only.
    void markSigned();
    /// Takes over what is on record of allergies now, after somebody recorded one.
    void setAllergies(const administration::Patient &patient,
                      std::vector<clinical::AllergyIntolerance> allergies);
    /// Reads the images on record again, after a study was attached.
    void setStudies(std::vector<diagnostics::ImagingStudy> studies);

Q_SIGNALS:
    void sectionChanged(const QString &code);
    void diagnosesChanged();
    void medicationsChanged();
    void orderTextChanged();
    void studiesChanged();
    void allergiesChanged();
    void noteTemplateChanged();
    void answerChanged();
    void editableChanged();
    /// Something must be mended before signing: the panel that owns `field` takes the focus and points at it.
    void attentionRequested(const QString &field);

private:
    void journal(const QString &field);
    void takeSigned();

    Desk *m_desk;
    workflow::VisitRecord m_record;
    workflow::VisitDraft m_draft;
    QStringList m_unreadable;
    bool m_isEditable = true;
    bool m_isAnswered = false;
};

} // namespace simiao::sdk
