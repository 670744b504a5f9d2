#include "pharmacy/views/pharmacy_page.h"

#include "pharmacy/models/latest_prescription.h"
#include "pharmacy/views/checks_panel.h"
#include "pharmacy/views/sheet_panel.h"
#include "pharmacy/views/worklist_panel.h"
#include "sdk/chart_opener.h"
#include "ui/widgets/panel_header.h"

#include <QAction>
#include <QCoroTask>
#include <QLineEdit>

namespace simiao::pharmacy {

PharmacyPage::PharmacyPage(sdk::Desk *desk, QWidget *parent)
    : WorkPage(QStringLiteral("pharmacy"), desk, parent)
    , m_counter(new Counter(desk, this))
    , m_worklist(new WorklistPanel(m_counter))
    , m_sheet(new SheetPanel(m_counter))
    , m_checks(new ChecksPanel(m_counter))
{
    makeActions();
    layOut({m_worklist, m_sheet, m_checks}, {m_pass, m_dispense, m_handOver}, {m_return, m_goToList, m_find});
    connectPanels();
    connect(desk, &sdk::Desk::languageChanged, this, &PharmacyPage::retranslate);
    retranslate();
    setFocusProxy(m_worklist->findChild<QWidget *>(QStringLiteral("pharmacy.list")));
}

/// The three steps share F9: never more than one of them is enabled.
void PharmacyPage::makeActions()
{
    m_pass = addCommand(QStringLiteral("pass"), QStringLiteral("F9"));
    m_dispense = addCommand(QStringLiteral("dispense"), QStringLiteral("F9"));
    m_handOver = addCommand(QStringLiteral("handOver"), QStringLiteral("F9"));
    m_return = addCommand(QStringLiteral("return"), QStringLiteral("F7"));
    m_goToList = addCommand(QStringLiteral("goToList"), QStringLiteral("F2"));
    m_find = addCommand(QStringLiteral("find"), QStringLiteral("Ctrl+F"));
    m_worklist->header()->followKey(m_goToList);
}

void PharmacyPage::connectPanels()
{
    connect(m_pass, &QAction::triggered, m_counter, &Counter::pass);
    connect(m_dispense, &QAction::triggered, m_counter, &Counter::dispense);
    connect(m_handOver, &QAction::triggered, m_counter, &Counter::handOver);
    connect(m_return, &QAction::triggered, this, &PharmacyPage::returnToDoctor);
    connect(m_goToList, &QAction::triggered, m_worklist, &WorklistPanel::enterList);
    connect(m_find, &QAction::triggered, m_worklist, &WorklistPanel::find);
    connect(m_sheet, &SheetPanel::noteConfirmed, m_counter, &Counter::returnToDoctor);
    connect(m_sheet, &SheetPanel::noteLeft, m_worklist, &WorklistPanel::enterList);
    connect(m_sheet, &SheetPanel::noteLeft, this, &PharmacyPage::offerStep);
    connect(m_counter, &Counter::stepDone, m_worklist, &WorklistPanel::enterList);
    connect(m_counter, &Counter::changed, this, &PharmacyPage::offerStep);
    auto *charts = new sdk::ChartOpener(
        this, {QStringLiteral("prescription.review"), QStringLiteral("medication.dispense")});
    connect(charts, &sdk::ChartOpener::wanted, this, &PharmacyPage::openChart);
}

void PharmacyPage::openChart(Id<administration::Patient> patient)
{
    QCoro::connect(latestPrescription(m_counter->desk()->context(), patient), this,
                   [this](const Result<medications::Prescription> &prescription) {
                       if (!prescription)
                           return m_counter->desk()->showError(prescription.error());
                       m_counter->open(prescription->id);
                       m_worklist->field()->clear();
                       m_counter->setFilter({}); // its row becomes current
                   });
}

void PharmacyPage::offerStep()
{
    using Step = Counter::Step;
    const Step step = m_counter->step();
    m_pass->setEnabled(step == Step::Review
                       && !m_sheet->isWritingNote()); // no slip of the hand from "return" to "pass"
    m_pass->setVisible(step == Step::Review || step == Step::None);
    m_dispense->setEnabled(step == Step::Dispense);
    m_dispense->setVisible(step == Step::Dispense);
    m_handOver->setEnabled(step == Step::HandOver);
    m_handOver->setVisible(step == Step::HandOver);
    m_return->setEnabled(step == Step::Review);
}

void PharmacyPage::returnToDoctor()
{
    if (m_sheet->isWritingNote())
        m_counter->returnToDoctor();
    else
        m_sheet->writeNote();
    offerStep();
}

void PharmacyPage::retranslate()
{
    m_pass->setText(tr("Pass"));
    m_dispense->setText(tr("Dispense"));
    m_handOver->setText(tr("Hand over"));
    m_return->setText(tr("Return to the doctor"));
    m_goToList->setText(tr("List"));
    m_find->setText(tr("Find"));
    m_worklist->retranslate();
    m_counter->retranslate();
    m_sheet->retranslate();
    m_checks->retranslate();
}

} // namespace simiao::pharmacy
