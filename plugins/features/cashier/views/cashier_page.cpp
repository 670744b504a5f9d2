#include "cashier/views/cashier_page.h"

#include "cashier/views/charges_panel.h"
#include "cashier/views/payment_panel.h"
#include "cashier/views/receipts_panel.h"
#include "cashier/views/visits_panel.h"
#include "ui/theme/simiao_style.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/separator.h"

#include <QAction>
#include <QHBoxLayout>
#include <QSplitter>
#include <QVBoxLayout>

namespace simiao::cashier {

namespace {

constexpr int kListWidth = 290;
constexpr int kEvidenceWidth = 300;

} // namespace

CashierPage::CashierPage(sdk::Desk *desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_till(new Till(desk, this))
    , m_visits(new VisitsPanel(m_till))
    , m_charges(new ChargesPanel(m_till))
    , m_payment(new PaymentPanel(m_till))
    , m_receipts(new ReceiptsPanel(m_till))
{
    setObjectName(QStringLiteral("cashier.page"));
    makeActions();
    layOut();
    connectPanels();
    connect(desk, &sdk::Desk::languageChanged, this, &CashierPage::retranslate);
    retranslate();
    setFocusProxy(m_visits->findChild<QWidget *>(QStringLiteral("cashier.visits")));
}

QAction *CashierPage::addCommand(const QString &id, const QString &keys)
{
    auto *action = new QAction(this);
    action->setObjectName(id);
    action->setShortcuts(QKeySequence::listFromString(keys));
    addAction(action);
    m_desk->addCommand(id, action);
    return action;
}

void CashierPage::makeActions()
{
    m_pay = addCommand(QStringLiteral("cashier.pay"), QStringLiteral("F9"));
    m_nextMethod = addCommand(QStringLiteral("cashier.nextMethod"), QStringLiteral("F6"));
    m_goToList = addCommand(QStringLiteral("cashier.goToList"), QStringLiteral("F2"));
    m_find = addCommand(QStringLiteral("cashier.find"), QStringLiteral("Ctrl+F"));
    m_visits->header()->followKey(m_goToList);
}

void CashierPage::layOut()
{
    auto *columns = new QSplitter(Qt::Horizontal);
    columns->setObjectName(QStringLiteral("cashier.columns"));
    columns->setChildrenCollapsible(false);
    columns->addWidget(m_visits);
    columns->addWidget(makeMiddle());
    columns->addWidget(m_receipts);
    columns->setStretchFactor(1, 1);
    columns->setSizes({kListWidth, width(), kEvidenceWidth});
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(columns, 1);
    rows->addWidget(new ui::Separator(Qt::Horizontal));
    rows->addWidget(makeActionBar());
}

QWidget *CashierPage::makeMiddle()
{
    auto *middle = new QWidget;
    middle->setBackgroundRole(QPalette::Base);
    middle->setAutoFillBackground(true);
    auto *rows = new QVBoxLayout(middle);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_charges, 1);
    rows->addWidget(new ui::Separator(Qt::Horizontal));
    rows->addWidget(m_payment);
    return middle;
}

QWidget *CashierPage::makeActionBar()
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(rhythm.margin, rhythm.gap, rhythm.margin, rhythm.gap);
    m_payButton = new ui::ActionButton(m_pay, ui::ActionButton::Role::Primary);
    row->addWidget(m_payButton);
    for (auto *action : {m_nextMethod, m_goToList, m_find})
        row->addWidget(new ui::ActionButton(action));
    row->addStretch(1);
    return bar;
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
            m_payButton->setFocus(Qt::TabFocusReason);
    });
    connect(m_till, &Till::paid, m_visits, &VisitsPanel::enterList);
    connect(m_till, &Till::changed, this, [this] {
        m_pay->setEnabled(m_till->current() && !m_till->receipt());
        m_nextMethod->setEnabled(m_till->current() && !m_till->receipt());
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
