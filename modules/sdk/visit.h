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
    /// Draft fields the journal holds and this program cannot read; shown, never dropped.
    const QStringList &unreadableFields() const { return m_unreadable; }

    void setSection(const QString &code, const QString &text);
    void setDiagnoses(std::vector<workflow::DiagnosisDraft> diagnoses);
    void setMedications(std::vector<workflow::MedicationDraft> medications);
    void setOrderText(const QString &text);

    /// After the commit: the draft leaves the journal and the panels become read-only.
    void markSigned();
    /// Reads the images on record again, after a study was attached.
    void setStudies(std::vector<diagnostics::ImagingStudy> studies);

Q_SIGNALS:
    void sectionChanged(const QString &code);
    void diagnosesChanged();
    void medicationsChanged();
    void orderTextChanged();
    void studiesChanged();
    void editableChanged();
    /// Something must be mended before signing: the panel that owns `field` takes the focus and points at it.
    void attentionRequested(const QString &field);

private:
    void journal(const QString &field);

    Desk *m_desk;
    workflow::VisitRecord m_record;
    workflow::VisitDraft m_draft;
    QStringList m_unreadable;
    bool m_isEditable = true;
};

} // namespace simiao::sdk
