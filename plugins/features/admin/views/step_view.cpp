#include "admin/views/step_view.h"

#include "admin/models/department_work.h"
#include "admin/models/hospital_work.h"
#include "admin/models/setup_words.h"
#include "admin/views/import_panel.h"
#include "admin/views/text_form.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/notice_line.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/separator.h"

#include <QApplication>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace simiao::admin {

using workflow::SetupStep;

namespace {

constexpr int kByHandWidth = 340;

template <typename Field>
QStringList codesOf()
{
    QStringList codes;
    for (const auto *code : kCodes<Field>)
        codes.append(QString::fromLatin1(code));
    return codes;
}

} // namespace

StepView::StepView(sdk::Desk *desk, SetupBook *book, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_book(book)
    , m_hospital(new HospitalWork(desk, this))
    , m_department(new DepartmentWork(desk, this))
    , m_header(new ui::PanelHeader({}))
    , m_about(new ui::NoticeLine)
    , m_hospitalForm(new TextForm(QStringLiteral("admin.setup.hospital"), codesOf<HospitalWork::Field>()))
    , m_import(new ImportPanel)
    , m_byHandHeader(new ui::PanelHeader({}))
    , m_departmentForm(
          new TextForm(QStringLiteral("admin.setup.department"), codesOf<DepartmentWork::Field>()))
    , m_pages(new QStackedWidget)
{
    m_about->setObjectName(QStringLiteral("admin.setup.about"));
    layOut();
    connectForms();
    connect(book, &SetupBook::changed, this, &StepView::takeFacts);
    connect(m_about, &ui::NoticeLine::triggered, this, &StepView::accountsWanted);
    connect(m_import, &ImportPanel::passedStart, this, &StepView::passedStart);
    connect(m_import, &ImportPanel::passedEnd, this, [this] { m_import->work()->tryOut(); });
    retranslate();
    showStep(SetupStep::Hospital);
}

QWidget *StepView::makeImportPage()
{
    m_byHand = new QWidget;
    m_byHand->setFixedWidth(kByHandWidth);
    auto *form = new QVBoxLayout(m_byHand);
    form->setContentsMargins(0, ui::SimiaoStyle::tokens(this).rhythm.gap, 0, 0);
    form->setSpacing(0);
    form->addWidget(m_byHandHeader);
    form->addWidget(m_departmentForm, 1);
    auto *page = new QWidget;
    auto *columns = new QHBoxLayout(page);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_import, 1);
    columns->addWidget(m_byHand);
    return page;
}

void StepView::layOut()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    m_pages->addWidget(m_hospitalForm);
    m_pages->addWidget(makeImportPage());
    auto *aired = new QVBoxLayout;
    aired->setContentsMargins(rhythm.margin, rhythm.gap, 2 * rhythm.gap, 0);
    aired->addWidget(m_about);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(aired);
    column->addWidget(m_pages, 1);
}

void StepView::connectForms()
{
    connect(m_hospitalForm, &TextForm::edited, this, [this](int field, const QString &text) {
        m_hospital->setText(HospitalWork::Field(field), text);
    });
    connect(m_hospitalForm, &TextForm::passedStart, this, &StepView::passedStart);
    connect(m_hospitalForm, &TextForm::passedEnd, m_hospital, &HospitalWork::save);
    connect(m_hospital, &HospitalWork::changed, this, &StepView::showHospital);
    connect(m_hospital, &HospitalWork::refused, this,
            [this] { m_hospitalForm->enterAt(int(HospitalWork::Field::Name)); });
    connect(m_hospital, &HospitalWork::saved, this, &StepView::passedStart);
    connect(m_departmentForm, &TextForm::edited, this, [this](int field, const QString &text) {
        m_department->setText(DepartmentWork::Field(field), text);
    });
    connect(m_departmentForm, &TextForm::passedStart, m_import, &ImportPanel::enter);
    connect(m_departmentForm, &TextForm::passedEnd, m_department, &DepartmentWork::add);
    connect(m_department, &DepartmentWork::changed, this, &StepView::showDepartment);
    connect(m_department, &DepartmentWork::refused, this,
            [this] { m_departmentForm->enterAt(int(m_department->faultyField())); });
    connect(m_department, &DepartmentWork::added, m_departmentForm, &TextForm::enter);
}

ImportWork *StepView::workOf(SetupStep step)
{
    auto &work = m_imports[step];
    if (!work) {
        work = new ImportWork(m_desk, step, this);
        connect(work, &ImportWork::changed, this, &StepView::changed);
    }
    return work;
}

ImportWork *StepView::import() const
{
    return m_step == SetupStep::Hospital ? nullptr : m_import->work();
}

void StepView::showStep(SetupStep step)
{
    m_step = step;
    m_header->setTitle(SetupWords::title(step));
    showAbout();
    if (step != SetupStep::Hospital)
        m_import->setWork(workOf(step));
    m_byHand->setVisible(step == SetupStep::Departments);
    m_pages->setCurrentIndex(step == SetupStep::Hospital ? 0 : 1);
    Q_EMIT changed();
}

void StepView::enter()
{
    if (m_step == SetupStep::Hospital)
        m_hospitalForm->enter();
    else
        m_import->enter();
}

void StepView::apply()
{
    if (auto *work = import())
        work->import();
    else
        m_hospital->save();
}

void StepView::addDepartment()
{
    if (m_departmentForm->isAncestorOf(QApplication::focusWidget()))
        m_department->add();
    else
        m_departmentForm->enter();
}

void StepView::choose()
{
    m_import->choose();
}

void StepView::sortByNext()
{
    m_import->sortByNext();
}

void StepView::takeFacts()
{
    if (const auto &facts = m_book->facts())
        m_hospital->setStored(facts->hospital);
}

void StepView::showHospital()
{
    for (int field = 0; field < int(kCodes<HospitalWork::Field>.size()); ++field)
        m_hospitalForm->setText(field, m_hospital->text(HospitalWork::Field(field)));
    m_hospitalForm->setFault(tr("Not saved"), m_hospital->fault());
}

void StepView::showDepartment()
{
    for (int field = 0; field < int(kCodes<DepartmentWork::Field>.size()); ++field)
        m_departmentForm->setText(field, m_department->text(DepartmentWork::Field(field)));
    m_departmentForm->setFault(tr("Not added"), m_department->fault());
}

void StepView::showAbout()
{
    const bool isStaff = m_step == SetupStep::Staff;
    m_about->setNotice({ui::Severity::Neutral,
                        {},
                        SetupWords::about(m_step),
                        {},
                        isStaff ? QStringList{tr("Enter one person by hand")} : QStringList()});
}

void StepView::retranslate()
{
    m_hospitalForm->setLabels(
        {tr("Name"), tr("Short name"), tr("Organisation code"), tr("Address"), tr("Telephone")});
    m_departmentForm->setLabels(
        {tr("Code"), tr("Name"), tr("English name"), tr("Room"), tr("Fee of a visit, yuan")});
    m_byHandHeader->setTitle(tr("One department by hand"));
    m_header->setTitle(SetupWords::title(m_step));
    m_import->retranslate();
    showAbout();
    showHospital();
    showDepartment();
}

} // namespace simiao::admin
