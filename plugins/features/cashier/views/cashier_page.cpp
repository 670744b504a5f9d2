#include "cashier/views/cashier_page.h"

#include "cashier/views/charges_panel.h"
#include "cashier/views/payment_panel.h"
#include "cashier/views/receipts_panel.h"
#include "cashier/views/visits_panel.h"
#include "sdk/chart_opener.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/separator.h"

#include <QAction>
#include <QCoroTask>
#include <QLineEdit>

namespace simiao::cashier {

CashierPage::CashierPage(sdk::Desk *desk, QWidget *parent)
    : WorkPage(QStringLiteral("cashier"), desk, parent)
    , m_till(new Till(desk, this))
    , m_visits(new VisitsPanel(m_till))
    , m_charges(new ChargesPanel(m_till))
    , m_payment(new PaymentPanel(m_till))
    , m_receipts(new ReceiptsPanel(m_till))
{
    makeActions();
    layOut();
    connectPanels();
    connect(desk, &sdk::Desk::languageChanged, this, &CashierPage::retranslate);
    retranslate();
    setFocusProxy(m_visits->findChild<QWidget *>(QStringLiteral("cashier.visits")));
}

void CashierPage::makeActions()
{
    m_pay = addCommand(QStringLiteral("pay"), QStringLiteral("F9"));
    m_nextMethod = addCommand(QStringLiteral("nextMethod"), QStringLiteral("F6"));
    m_goToList = addCommand(QStringLiteral("goToList"), QStringLiteral("F2"));
    m_find = addCommand(QStringLiteral("find"), QStringLiteral("Ctrl+F"));
    m_visits->header()->followKey(m_goToList);
}

void CashierPage::layOut()
{
    auto *middle = stacked({m_charges, new ui::Separator(Qt::Horizontal), m_payment}, m_charges);
    WorkPage::layOut({m_visits, middle, m_receipts}, {m_pay}, {m_nextMethod, m_goToList, m_find});
}

void CashierPage::connectPanels()
{
    connect(m_pay, &QAction::triggered, this, &CashierPage::pay);
    connect(m_nextMethod, &QAction::triggered, m_payment, &PaymentPanel::nextMethod);
    connect(m_goToList, &QAction::triggered, m_visits, &VisitsPanel::enterList);
    connect(m_find, &QAction::triggered, m_visits, &VisitsPanel::find);
    connect(m_visits, &VisitsPanel::confirmed, m_payment, &PaymentPanel::enter);
    connect(m_payment, &PaymentPanel::passedStart, m_visits, &VisitsPanel::enterList);
    connect(m_payment, &PaymentPanel::passedEnd, this, [this] {
        if (m_till->canPay())
            buttonOf(m_pay)->setFocus(Qt::TabFocusReason);
    });
    connect(m_till, &Till::paid, m_visits, &VisitsPanel::enterList);
    connect(new sdk::ChartOpener(this, {QStringLiteral("payment.take")}), &sdk::ChartOpener::wanted, this,
            &CashierPage::openChart);
    connect(m_till, &Till::changed, this, [this] {
        m_pay->setEnabled(m_till->current() && !m_till->receipt());
        m_nextMethod->setEnabled(m_till->current() && !m_till->receipt());
    });
}

void CashierPage::openChart(Id<administration::Patient> patient)
{
    QCoro::connect(latestPayable(m_till->desk()->context(), patient), this,
                   [this](const Result<Payable> &payable) {
                       if (!payable)
                           return m_till->desk()->showError(payable.error());
                       m_till->open(*payable);
                       m_visits->field()->clear();
                       m_till->setFilter({}); // its row becomes current
                   });
}

void CashierPage::pay()
{
    if (m_till->canPay())
        m_till->pay();
    else
        m_payment->enter(); // where what is missing is typed
}

void CashierPage::retranslate()
{
    m_pay->setText(tr("Take payment"));
    m_nextMethod->setText(tr("Next way to pay"));
    m_goToList->setText(tr("List"));
    m_find->setText(tr("Find"));
    m_visits->retranslate();
    m_till->retranslate();
    m_charges->retranslate();
    m_payment->retranslate();
    m_receipts->retranslate();
}

} // namespace simiao::cashier
