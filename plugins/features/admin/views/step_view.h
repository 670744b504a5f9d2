#pragma once

#include "admin/models/setup_book.h"

#include <QWidget>

#include <map>

class QStackedWidget;

namespace simiao::ui {
class NoticeLine;
class PanelHeader;
} // namespace simiao::ui

namespace simiao::admin {

class DepartmentWork;
class HospitalWork;
class ImportPanel;
class ImportWork;
class TextForm;

/// The step of the set-up that is looked at: what it asks for, and the form or the file that brings it in. What was typed for
/// other steps stays.
class StepView : public QWidget
{
    Q_OBJECT

public:
    StepView(sdk::Desk *desk, SetupBook *book, QWidget *parent = nullptr);

    workflow::SetupStep step() const { return m_step; }
    void showStep(workflow::SetupStep step);
    void enter();
    /// Null while the hospital's form is shown.
    ImportWork *import() const;
    /// Stores the form, or imports what was tried.
    void apply();
    void addDepartment();
    void choose();
    void sortByNext();
    void retranslate();

Q_SIGNALS:
    /// The person steps back to the list of steps.
    void passedStart();
    /// What can be done now is something else than before.
    void changed();
    void accountsWanted();

private:
    QWidget *makeImportPage();
    void layOut();
    void connectForms();
    ImportWork *workOf(workflow::SetupStep step);
    void takeFacts();
    void showHospital();
    void showDepartment();
    void showAbout();

    sdk::Desk *m_desk;
    SetupBook *m_book;
    workflow::SetupStep m_step = workflow::SetupStep::Hospital;
    std::map<workflow::SetupStep, ImportWork *> m_imports;
    HospitalWork *m_hospital;
    DepartmentWork *m_department;
    ui::PanelHeader *m_header;
    ui::NoticeLine *m_about;
    TextForm *m_hospitalForm;
    ImportPanel *m_import;
    QWidget *m_byHand = nullptr;
    ui::PanelHeader *m_byHandHeader;
    TextForm *m_departmentForm;
    QStackedWidget *m_pages;
};

} // namespace simiao::admin
