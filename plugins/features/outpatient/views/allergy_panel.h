#pragma once

#include "outpatient/models/allergy_form.h"

#include <QAction>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QListWidget;
class QTableWidget;

namespace simiao::ui {
class CandidatePopup;
class LabelRow;
class NoticeLine;
} // namespace simiao::ui

namespace simiao::outpatient {

/// Allergies of the patient: what is on record, and the form that records one. Enter moves on through the form and records
/// at its end; Delete in the list asks why the entry is an error. Recorded is at once, apart from the visit's signature.
class AllergyPanel : public QWidget
{
    Q_OBJECT

public:
    explicit AllergyPanel(sdk::Visit *visit, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QAction *addCommand(const QString &id, void (AllergyPanel::*act)());
    QWidget *makeForm();
    QWidget *makeButtons();
    void showRecord();
    void showForm();
    void fitReactions();
    void showCandidates();
    void takeReactions();
    void takeCandidate(int row);
    void goToForm();
    void record();
    void assertNone();
    void askWhy();
    void strike();
    void updateActions();
    void retranslate();
    bool handleFormKey(QWidget *field, int key);

    sdk::Visit *m_visit;
    AllergyForm *m_form;
    ui::NoticeLine *m_status;
    QTableWidget *m_list;
    QLineEdit *m_reason;
    ui::LabelRow *m_reasonRow;
    QLineEdit *m_substance;
    ui::CandidatePopup *m_popup;
    QListWidget *m_reactions;
    QComboBox *m_criticality;
    QComboBox *m_verification;
    QLineEdit *m_onset;
    QList<ui::LabelRow *> m_rows;
    QAction *m_record;
    QAction *m_none;
    QAction *m_error;
};

} // namespace simiao::outpatient
