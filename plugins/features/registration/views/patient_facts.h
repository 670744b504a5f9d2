#pragma once

#include "registration/models/front_desk.h"

#include <QWidget>

namespace simiao::ui {
class LabelRow;
class NoticeLine;
class TextLabel;
} // namespace simiao::ui

namespace simiao::registration {

/// What is on record of a known patient, to be confirmed at the counter, and whether she was checked in already.
class PatientFacts : public QWidget
{
    Q_OBJECT

public:
    explicit PatientFacts(FrontDesk *frontDesk, QWidget *parent = nullptr);

    void retranslate();

private:
    void addFact(PatientForm::Field field, const QString &name);
    void layOut();
    void showPatient();
    QString words(PatientForm::Field field) const;
    QString numberWords(PatientForm::Field field) const;

    FrontDesk *m_frontDesk;
    QMap<PatientForm::Field, ui::LabelRow *> m_rows;
    QMap<PatientForm::Field, ui::TextLabel *> m_facts;
    ui::NoticeLine *m_visit;
};

} // namespace simiao::registration
