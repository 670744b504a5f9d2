#pragma once

#include "registration/models/patient_form.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace simiao::ui {
class LabelRow;
class NoticeLine;
class PreviewLineEdit;
} // namespace simiao::ui

namespace simiao::registration {

/// The form of a new patient in two columns. Enter moves on; after the last field `passedEnd`.
class PatientFields : public QWidget
{
    Q_OBJECT

public:
    explicit PatientFields(PatientForm *form, QWidget *parent = nullptr);

    void enter(PatientForm::Field field);
    void retranslate();

Q_SIGNALS:
    void passedStart();
    void passedEnd();
    /// The person wants the patient on record who has this identity number.
    void duplicateWanted();

private:
    QLineEdit *lineFor(PatientForm::Field field, QLineEdit *edit);
    QComboBox *choiceFor(PatientForm::Field field, QComboBox *box);
    void layOut();
    void showForm();
    void showProblem();

    PatientForm *m_form;
    QMap<PatientForm::Field, ui::LabelRow *> m_rows;
    QLineEdit *m_name;
    ui::PreviewLineEdit *m_identity;
    ui::PreviewLineEdit *m_birthDate;
    QComboBox *m_gender;
    QLineEdit *m_phone;
    QComboBox *m_payer;
    ui::NoticeLine *m_notice;
};

} // namespace simiao::registration
