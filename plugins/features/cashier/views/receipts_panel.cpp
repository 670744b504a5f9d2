#include "cashier/views/receipts_panel.h"

#include "cashier/models/words.h"
#include "ui/widgets/candidate_delegate.h"
#include "ui/widgets/notice_line.h"
#include "ui/widgets/panel_header.h"
#include "ui/widgets/state_view.h"

#include <QListView>
#include <QVBoxLayout>

namespace simiao::cashier {

namespace {

QListView *listOf(QAbstractItemModel *model)
{
    auto *list = new QListView;
    list->setObjectName(QStringLiteral("cashier.receipts"));
    list->setFrameShape(QFrame::NoFrame);
    list->setFocusPolicy(Qt::NoFocus); // evidence to look at
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->setItemDelegate(new ui::CandidateDelegate(list));
    list->setModel(model);
    return list;
}

} // namespace

ReceiptsPanel::ReceiptsPanel(Till *till, QWidget *parent)
    : QWidget(parent)
    , m_till(till)
    , m_header(new ui::PanelHeader({}))
    , m_list(listOf(till->receipts()))
    , m_state(new ui::StateView(m_list))
    , m_insuranceHeader(new ui::PanelHeader({}))
    , m_insurance(new ui::NoticeLine)
{
    const auto &rhythm = ui::SimiaoStyle::tokens(this).rhythm;
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_insurance->setObjectName(QStringLiteral("cashier.insurance"));
    auto *aired = new QVBoxLayout;
    aired->setContentsMargins(rhythm.gap, rhythm.gap, rhythm.gap, rhythm.gap);
    aired->addWidget(m_insurance);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_state, 1);
    column->addWidget(m_insuranceHeader);
    column->addLayout(aired);
    connect(m_state, &ui::StateView::actionTriggered, till, &Till::reload);
    connect(till, &Till::changed, this, &ReceiptsPanel::showReceipts);
    connect(till, &Till::changed, this, &ReceiptsPanel::showInsurance);
    retranslate();
}

void ReceiptsPanel::retranslate()
{
    m_header->setTitle(tr("Receipts of this visit"));
    m_insuranceHeader->setTitle(tr("Insurance"));
    m_list->setAccessibleName(tr("Receipts of this visit"));
    showReceipts();
    showInsurance();
}

void ReceiptsPanel::showReceipts()
{
    m_state->setState(m_till->receiptsState());
}

void ReceiptsPanel::showInsurance()
{
    const auto &current = m_till->current();
    const QString payer =
        current ? tr("On record as payer: %1").arg(Words::payer(current->patient.payer)) : QString();
    const QString said = tr("everything is self-paid");
    m_insurance->setNotice({ui::Severity::Warn, tr("Not connected:"), said, payer, {}});
    m_insurance->setProperty("text", said);
}

} // namespace simiao::cashier
